declare module 'pgpass' {
  export interface Connection {
    readonly host: string
    readonly port: number
    readonly database: string
    readonly user: string
  }
  export default function pgpass(connection: Connection, found: (password: string | undefined) => void): void
}
