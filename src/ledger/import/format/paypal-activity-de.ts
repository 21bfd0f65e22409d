import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'paypal-activity-de',
  title: { en: 'PayPal activity, in German', zh: 'PayPal 交易记录（德文）' },
  kind: 'purchases',
  service: 'paypal',
  recognise: { all: ['Datum', 'Typ', 'Brutto', 'Gebühr', 'Netto', 'Transaktionscode', 'Auswirkung auf Guthaben'] },
  read: { zone: { of: 'Zeitzone' }, currency: ['Währung'] },
  columns: {
    ref: 'Transaktionscode',
    on: { join: ['Datum', 'Uhrzeit'], with: ' ' },
    amount: 'Brutto',
    item: ['Artikelbezeichnung', 'Betreff'],
    note: 'Hinweis',
    name: 'Name',
    email: 'Absender E-Mail-Adresse',
    phone: 'Telefon',
  },
  states: ['Typ', 'Status'],
  rows: [
    { when: { 'Auswirkung auf Guthaben': ['Memo', 'Keine Auswirkung'] }, is: 'skip', reason: 'own-money' },
    {
      when: { Typ: { match: 'abbuchung|bankgutschrift|währungsumrechnung|einbehalt|aufhebung|überweisung auf bank' } },
      is: 'skip',
      reason: 'own-money',
    },
    {
      when: {
        Status: ['Abgelehnt', 'Fehlgeschlagen', 'Storniert', 'Abgelaufen', 'Zurückgegeben', 'Nicht eingefordert'],
      },
      is: 'skip',
      reason: 'failed',
    },
    { when: { Status: ['Ausstehend', 'Offen', 'In Bearbeitung', 'Einbehalten'] }, is: 'skip', reason: 'not-paid' },
    {
      when: {
        Brutto: 'negative',
        Typ: { match: 'rückzahlung|rückerstattung|rückbuchung' },
        'Zugehöriger Transaktionscode': 'filled',
      },
      is: 'refund',
    },
    {
      when: { Brutto: 'negative', Typ: { match: 'zahlung|kauf|rechnung|gebühr' } },
      is: 'skip',
      reason: 'own-spending',
    },
    {
      when: {
        Brutto: 'positive',
        'Auswirkung auf Guthaben': ['Haben'],
        Status: ['Abgeschlossen'],
        Typ: {
          match:
            '^(allgemeine zahlung|website-zahlung|paypal express-zahlung|express-kaufabwicklung.*|handyzahlung|' +
            'mobile zahlung|zahlung per rechnung|rechnung.*|warenkorbzahlung)$',
        },
      },
      is: 'sale',
    },
  ],
  refund: {
    amount: { plus: ['Brutto'], positive: true },
    on: { join: ['Datum', 'Uhrzeit'], with: ' ' },
    of: 'Zugehöriger Transaktionscode',
    ref: 'Transaktionscode',
  },
  fees: ['Gebühr'],
}
