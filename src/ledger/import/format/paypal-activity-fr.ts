import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'paypal-activity-fr',
  title: { en: 'PayPal activity, in French', zh: 'PayPal 交易记录（法文）' },
  kind: 'purchases',
  service: 'paypal',
  recognise: {
    all: [
      'Date',
      'Type',
      'Avant commission',
      'Commission',
      'Net',
      'Numéro de transaction',
      ['Impact sur le solde', 'Balance Impact'],
    ],
  },
  read: { zone: { of: 'Fuseau horaire' }, currency: ['Devise'] },
  columns: {
    ref: 'Numéro de transaction',
    on: { join: ['Date', 'Heure'], with: ' ' },
    amount: 'Avant commission',
    item: ["Titre de l'objet", 'Objet'],
    note: 'Remarque',
    name: 'Nom',
    email: "De l'adresse email",
    phone: 'Numéro de téléphone du contact',
  },
  states: ['Type', 'État'],
  rows: [
    { when: { 'Impact sur le solde': ['Mémo', 'Memo'] }, is: 'skip', reason: 'own-money' },
    {
      when: {
        Type: { match: 'virement|retrait|dépôt|conversion de devise|transfert vers|suspension|blocage|réserve' },
      },
      is: 'skip',
      reason: 'own-money',
    },
    {
      when: { État: ['Refusé', 'Échoué', 'Échec', 'Annulé', 'Expiré', 'Renvoyé', 'Non réclamé'] },
      is: 'skip',
      reason: 'failed',
    },
    { when: { État: ['En attente', 'En cours', 'Suspendu'] }, is: 'skip', reason: 'not-paid' },
    {
      when: {
        'Avant commission': 'negative',
        Type: { match: 'remboursement|annulation de paiement' },
        'Numéro de la transaction de référence': 'filled',
      },
      is: 'refund',
    },
    {
      when: { 'Avant commission': 'negative', Type: { match: 'paiement|achat|facture|frais' } },
      is: 'skip',
      reason: 'own-spending',
    },
    {
      when: {
        'Avant commission': 'positive',
        État: ['Terminé'],
        Type: {
          match:
            '^(paiement (sur site marchand|express checkout|paypal express|standard|mobile|général)|' +
            'paiement sur un site.*|facture.*)$',
        },
      },
      is: 'sale',
    },
  ],
  refund: {
    amount: { plus: ['Avant commission'], positive: true },
    on: { join: ['Date', 'Heure'], with: ' ' },
    of: 'Numéro de la transaction de référence',
    ref: 'Numéro de transaction',
  },
  fees: ['Commission'],
}
