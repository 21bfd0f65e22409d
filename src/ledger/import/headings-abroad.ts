/**
 * Headings of other languages, by the columns they name; marks over letters make no difference. German, French,
 * Spanish, Italian, Portuguese, Dutch, Polish, Japanese.
 */
export const headingsAbroad = {
  customers: {
    name:
      'namevorname nachnamevorname nometprenom nomprenoms apellidosnombre cognomenome lastnamefirstname lastfirst ' +
      'kunde kundenname kontakt ansprechpartner nom client nomclient nomcomplet nomprenom nombre nombrecompleto ' +
      'nombreyapellidos cliente nome nominativo naam klant klantnaam klient nazwaklienta imieinazwisko kontrahent ' +
      '氏名 名前 お名前 顧客名 お客様名 会員名',
    first_name: 'vorname prenom nombredepila voornaam imie primeironome 名',
    last_name:
      'nachname familienname zuname nomdefamille apellido apellidos cognome sobrenome apelido achternaam ' +
      'nazwisko 姓 苗字 氏',
    called: 'spitzname surnom apodo soprannome',
    code:
      'kundennr kundennummer kdnr kundencode mitgliedsnummer mitgliedsnr codeclient numeroclient nclient noclient ' +
      'codigo codigocliente numerocliente ncliente nocliente codicecliente klantnummer klantnr kodklienta ' +
      'nrklienta ' +
      '会員番号 顧客番号 顧客コード 会員コード お客様番号',
    kind: 'kundenart kundentyp typeclient tipocliente',
    phone:
      'telefon telefonnummer telefonnr mobil mobiltelefon mobilnummer handy handynummer rufnummer festnetz ' +
      'telefonprivat telefonmobil telefongeschaft 行動電話 ' +
      'telefongeschaftlich telephone telephonefixe telephoneportable portable gsm telefono telefonofijo movil ' +
      'celular ' +
      'telefonomovil cellulare telefone telemovel telefoon telefoonnummer mobiel komorka telefonkomorkowy ' +
      'nrtelefonu ' +
      'numertelefonu 電話 電話番号 携帯 携帯電話 携帯番号 固定電話',
    email:
      'emailadresse adressemail adresseemail adresseelectronique courriel correo correoelectronico ' +
      'postaelettronica ' +
      'adresemail メール メールアドレス eメール',
    company:
      'firma firmenname unternehmen societe entreprise empresa azienda societa bedrijf bedrijfsnaam 会社 会社名 法人名',
    address:
      'adresse anschrift strasse rue direccion domicilio calle indirizzo via morada endereco adres straat ulica ' +
      '住所 ご住所',
    birthday:
      'geburtstag geburtsdatum gebdatum datedenaissance naissance anniversaire fechadenacimiento fechanacimiento ' +
      'cumpleanos datadinascita compleanno datadenascimento geboortedatum verjaardag dataurodzenia urodziny 生年月日 誕生日',
    joined:
      'kundeseit mitgliedseit angelegtam erstelltam eintrittsdatum clientdepuis datedinscription datedecreation ' +
      'fechadealta clientedesde 登録日 入会日 会員登録日',
    source: 'herkunft quelle origine origen',
    tags: 'kategorie kategorien gruppe gruppen schlagworte etiquettes etiquetas etichette groupe タグ',
    notes:
      'bemerkung bemerkungen notiz notizen anmerkung anmerkungen kommentar remarque remarques commentaire ' +
      'commentaires ' +
      'observations nota notas observaciones comentarios notities opmerking opmerkingen uwagi notatki ' +
      'observacoes 備考 メモ',
    owes:
      'offenerbetrag offeneposten aussenstand forderung montantdu resteapayer soldedu saldopendiente deuda ' +
      'dapagare ' +
      'saldodovuto openstaand openstaandbedrag naleznosc zadluzenie dozaplaty 未収金 売掛金',
    credit: 'guthaben saldoafavor avoir 前受金',
    visits_before:
      'besuche anzahlbesuche anzahlkaufe nombredevisites visites visitas numerodecompras visite 来店回数 購入回数',
    spent_before:
      'gesamtumsatz gesamtausgaben totalachats totaldesachats totaldepense totalgastado ' +
      'totalcompras totalespeso gesamtumsatz umsatzgesamt 累計購入金額 購入金額 累計購入額',
    last_purchase:
      'letzterkauf letztereinkauf letzterbesuch dernierachat dernierevisite datedernierachat ultimacompra ' +
      'ultimavisita ' +
      'ultimoacquisto 最終来店日 最終購入日',
    points:
      'ポイント残高 punkte bonuspunkte treuepunkte pointsfidelite puntos punti punkty pontos punten ポイント 保有ポイント',
  },
  purchases: {
    customer: 'kunde kaufer acheteur cliente comprador klant klient nabywca kontrahent 顧客 お客様 購入者 注文者',
    code:
      'kundennr kundennummer codeclient numeroclient codigocliente codicecliente klantnummer kodklienta nrklienta ' +
      '会員番号 顧客番号',
    phone: 'telefon telefonnummer handy mobil telefono movil telefoon 電話番号 購入者電話番号 注文者電話番号',
    name:
      'auftraggeberempfanger beguenstigterzahlungspflichtiger ' +
      'begunstigterzahlungspflichtiger namedeskaufers nomdelacheteur ' +
      'nombredelcomprador 名前 氏名 kundenname nomclient nomduclient nombrecliente nombredelcliente nomecliente ' +
      'klantnaam nazwaklienta 顧客名 お客様名 ' +
      '会員名 注文者名 購入者名 購入者名前 購入者氏名 氏名',
    email: '購入者メールアドレス 注文者メールアドレス absenderemailadresse emailkunde emaildeskaufers',
    on:
      '受注日 受注日時 verkauftam zahlungsdatum datum rechnungsdatum belegdatum bestelldatum kaufdatum verkaufsdatum ' +
      'buchungsdatum bondatum datedevente ' +
      'datevente ' +
      'datefacture datedefacture datecommande datedecommande dateachat fecha fechaventa fechadeventa fechafactura ' +
      'fechadefactura fechapedido data datavendita datafattura dataordine datadavenda factuurdatum besteldatum ' +
      'verkoopdatum datasprzedazy datazakupu datawystawienia 日付 日時 売上日 売上日時 販売日 購入日 注文日 注文日時 取引日 取引日時 会計日',
    amount:
      '総合計金額 betrag gesamtbetrag gesamt gesamtpreis gesamtsumme summe endbetrag bruttobetrag betragbrutto ' +
      'rechnungsbetrag ' +
      'zahlbetrag brutto montant montantttc montanttotal totalttc prixtotal importe importetotal totalfactura ' +
      'monto ' +
      'importo totale importototale prezzototale valor valortotal montante bedrag totaal totaalbedrag kwota ' +
      'kwotabrutto wartosc wartoscbrutto razem 合計金額 売上金額 売上 請求金額 税込金額 税込合計 支払金額 決済金額 総額',
    quantity:
      '購入商品販売個数 menge anzahl stuck quantite qte cantidad uds quantita qta quantidade qtd aantal ilosc 個数 点数',
    unit_price:
      '購入商品販売価格 epreis vkpreis puttc einzelpreis stuckpreis preis prixunitaire prix pu precio preciounitario prezzo ' +
      'prezzounitario preco ' +
      'precounitario prijs stukprijs cena cenajednostkowa 単価 販売単価 税込単価',
    cost: 'wareneinsatz 原価',
    unit_cost: 'einkaufspreis prixdachat',
    discount: 'rabatt nachlass remise rabais reduction descuento sconto desconto korting rabat 割引 値引 値引額 割引額',
    refunded: 'erstattet erstattung erstattungsbetrag montantrembourse rembourse importedevuelto rimborsato 返金額',
    item:
      '購入商品商品名 artikel artikelbezeichnung artikelname bezeichnung ' +
      'produkt ware beschreibung leistung designation libelle ' +
      'produit ' +
      'prestation concepto articulo producto descripcion articolo prodotto descrizione produto artigo descricao ' +
      'omschrijving towar nazwatowaru usluga 商品 商品名 品名 メニュー',
    ref:
      '売上ID 受注番号 nticketdecaisse bon beleg nodopedido ' +
      'rechnungsnummer rechnungsnr belegnummer belegnr bonnummer bonnr ' +
      'bestellnummer auftragsnummer transaktionsid ' +
      'transaktionscode facture nfacture nofacture nofactura numerofacture numerodefacture nticket numeroticket ' +
      'numerodeticket ' +
      'numerocommande numerodecommande ncommande factura nfactura nopedido npedido numerofactura numerodefactura ' +
      'pedido numeropedido ' +
      'numerodepedido recibo nfattura numerofattura scontrino nscontrino numeroordine fatura numerodafatura ' +
      'factuurnummer ordernummer bestelnummer bonnetje nrparagonu numerparagonu nrfaktury numerfaktury ' +
      'nrzamowienia ' +
      'numerzamowienia 伝票番号 注文ID 注文番号 レシート番号 取引番号 会計番号 請求書番号 領収書番号',
    method:
      'zahlart zahlungsart zahlungsweise zahlungsmethode modedepaiement modepaiement moyendepaiement reglement ' +
      'formadepago metododepago mediodepago metododipagamento pagamento formadepagamento betaalwijze betaalmethode ' +
      'formaplatnosci sposobplatnosci 支払方法 お支払方法 決済方法',
    paid: 'gezahlt bezahlterbetrag montantpaye montantregle importepagado 入金額',
    due: 'fallig falligam falligkeit echeance datedecheance vencimiento fechavencimiento scadenza 支払期日 支払期限',
    status:
      'zahlungsstatus bestellstatus rechnungsstatus statut etat statutcommande statutpaiement statutdupaiement ' +
      'estado ' +
      'estadopedido estadodelpago stato statopagamento statoordine situacao stan 状態 ステータス 発送状況 注文ステータス 決済ステータス 支払状況',
    direction:
      'typ art belegart vorgang vorgangsart transaktionstyp typedetransaction typedoperation tipo tipodeoperacion ' +
      'tipodemovimiento rodzaj 取引区分 区分 種別 タイプ',
    note: 'bemerkung notiz remarque commentaire notas observaciones uwagi opmerking 備考 メモ',
    by: 'kassierer bediener verkaufer caissier vendeur vendedor cajero sprzedawca 担当者 担当',
  },
  contacts: {
    customer: 'kunde client cliente klant klient 顧客 お客様',
    name: 'kundenname nomclient nombrecliente nomecliente 顧客名 お客様名 氏名',
    code: 'kundennr kundennummer codeclient codigocliente 会員番号 顧客番号',
    phone: 'telefon telefonnummer handy telefono telefoon 電話番号 携帯番号',
    on: 'datum fecha data 日付 日時 連絡日 対応日',
    direction: 'richtung anrufrichtung sens direccion direzione 方向 発着信 発着',
    call_type: 'anrufart anruftyp typedappel typeappel tipodellamada 通話種別',
    channel: 'kontaktart kanal medium canal moyen typedecontact tipodecontacto 連絡方法 対応方法',
    outcome: 'ergebnis resultat resultado esito wynik 結果 対応結果',
    about: 'betreff objet asunto 件名 用件',
    next: 'wiedervorlage nachsterkontakt prochaincontact relance proximocontacto 次回連絡日 次回連絡',
    note: 'notiz notizen bemerkung kommentar remarque commentaire notas comentario uwagi 備考 メモ 内容',
    by: 'bearbeiter mitarbeiter 担当者 担当',
  },
  surveys: {
    on: 'zeitstempel datum horodateur fecha marcatemporal 日付 タイムスタンプ',
  },
} as const
