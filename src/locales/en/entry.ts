/** What the money entries say. */
export const entry = {
  bought: (id: number, money: string) => `${money}  #${id}`,
}
