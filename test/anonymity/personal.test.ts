import { describe, expect, test } from 'vitest'
import { personalIn, personalInText } from './personal.ts'

// All of these are examples that authorities and standards publish as such, or made up to fit the pattern.
describe('what is planted is found', () => {
  test.each([
    ['e-mail address', 'write to jo.bloggs+1@example.co.uk today'],
    ['form of address', 'Mrs Example was at home'],
    ['form of address', '王先生说下周付款'],
    ['postal address', 'lives at 12 Example Street'],
    ['postal address', 'P.O. Box 991'],
    ['postal address', '示例市示例路12号'],
    ['British postcode', 'at EC1A 1BB'],
    ['American place', 'Springfield, MA 01101'],
    ['Chinese identity number', '11010519491231002X'], // the example of GB 11643
    ['American social security number', 'ssn 078-05-1120'], // the wallet-card number, long void
    ['Indian Aadhaar number', '2341 2341 2346'],
    ['Indian tax number', 'ABCPE1234F'],
    ['British insurance number', 'AB 12 34 56 C'],
    ['Australian tax file number', '123 456 782'], // the tax office's example
    ['payment card', '4111 1111 1111 1111'], // the test card
    ['payment card', '4111111111111111'],
    ['bank account', 'GB82 WEST 1234 5698 7654 32'], // the standard's example
    ['phone number', 'call +44 20 7946 0958'], // Ofcom's numbers for drama
    ['phone number', '(555) 010-9999'],
    ['phone number', '13800138000'],
    ['phone number', '0491.570.156'],
    ['phone number', '0491 570 156'], // ACMA's numbers for fiction
  ])('%s: %s', (looksLike, text) => {
    expect(personalInText(text).map((finding) => finding.looksLike)).toContain(looksLike)
    expect(personalIn({ metadata: { note: [text] } })[0]?.where).toBe('/metadata/note/0')
  })

  test.each([
    'name',
    'fullName',
    'lastName',
    'phone',
    'mobile_number',
    'email',
    'address',
    'zipCode',
    'ssn',
    'dateOfBirth',
    'gender',
    '姓名',
    '手机号',
  ])('a field %s, whatever is in it', (field) => {
    expect(personalIn({ borrower: { [field]: 1 } })).toEqual([
      { looksLike: 'field about a person', where: '/borrower', text: field },
    ])
  })
})

describe('what is about nobody is left alone', () => {
  test.each([
    ['instants', '2026-11-25T10:00:00+08:00 to 2026-11-25T02:00:00.250Z'],
    ['days', '2026-11-25'],
    ['a day in words', 'by 2 December 2026, between 10:00 and 22:00 on Wednesday 25 November'],
    ['sums', '1,234,567,890.00 CNY and 12345678.90 GBP, -520.00, 0.000001'],
    [
      'hashes and versions',
      'default@1.0.0#sha256:4f1d0d2a7711223344556677889900aabbccddeeff00112233445566778899aa',
    ],
    ['ids and keys', 'b-fkdnmqtr p-0001 n1 d-330203 b-0001'],
    ['pointers', '/repayments/12/paid/0/reversedOn'],
    [
      'sources',
      '12 CFR 1006.14(b), GB/T 45251-2025, RBI/2022-23/108, CONC 7.9.4R, SI 2020/1311, 940 CMR 7.04(1)',
    ],
    ['zones and currencies', 'Australia/Lord_Howe America/New_York CNY en-GB'],
    ['a profile of few marks', '0001203'],
  ])('%s', (_, text) => {
    expect(personalInText(text)).toEqual([])
  })

  test('amounts and places in a list', () => {
    expect(personalIn({ outstanding: 13800138000, paid: [4111111111111111] })).toEqual([])
    expect(personalIn({ paymentProfile: '0001000120001' })).toEqual([])
  })
})
