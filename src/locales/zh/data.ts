/** What the ledger's own commands say. */
export const data = {
  founded: ({ path, currency, region, timezone }: { path: string; currency: string; region: string; timezone: string }) => [
    `${path}  ${currency} ${region} ${timezone}`,
  ],
}
