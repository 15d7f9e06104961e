/** The card of the built-in scorecard: what it is, what each characteristic rests on, how it was checked, its limits. */
export const DEFAULT_MODEL_CARD = {
  title: 'Prior scorecard for repayment within 30 days',
  kind: 'prior',
  summary:
    'The points are a prior: set by hand from published results, not fitted. They order borrowers sensibly; the probabilities are rough. Recalibrate on your own outcomes, and fit a model once there are some hundred.',
  howSet:
    'By 50 · log2(good ÷ bad), shared out among characteristics that tell the same story. Half a dozen versions were compared on the portfolios of `checks`, which are no independent test.',
  sources: [
    {
      id: 'status',
      source: 'counted in UCI "Default of credit card clients" (Yeh & Lien 2009; CC BY 4.0)',
      result:
        'default in the next month by newest status: 0 (not behind) 13 %, −1 (paid duly) 17 %, one month behind 34 %, two 69 %, three 76 %; six statements of 0: 36.6 %',
    },
    {
      id: 'rolls',
      source: 'monthly rolls in 45,985 card accounts',
      result: 'from 1–29 days 5 %, 30–59 30 %, 60–89 59 %, 90–119 67 %',
    },
    {
      id: 'singleLoans',
      source: 'Zindi / Data Science Nigeria: 2,637 borrowers, short loans of 2016–2017',
      result: 'mean lateness orders the next loan with AUC 0.665, the share late with 0.646',
    },
    {
      id: 'purchasedDebts',
      source: '113,229 purchased consumer debts over 12 months',
      result: 'paid anything: 12.7 % of those never reached, 62 % of those reached',
    },
  ],
  why: {
    daysPastDue:
      '11 and 41 days late: 66 % and 31 % good (`status`), the second eased for what the history adds; a few days say little, from 61 most roll on (`rolls`). Over 180 days: prior.',
    worstBehind6:
      'Two months behind lose far more than one (`status`); a single missed payment happens to good payers.',
    shareLate6: 'A habit rather than an accident (`singleLoans`).',
    periodsSinceLate: 'Last month says more than five months ago; prior.',
    periodsKnown: 'A borrower known for a year has shown more than a newcomer; prior.',
    daysLateMean:
      'The best single figure for single loans (`singleLoans`); early payments count as a credit.',
    paidShare3: 'Part payments are worth something; prior.',
    zeroPayShare6: 'A month without any payment is worse than one paid in part; prior.',
    paidToLimit6:
      'Cards: payments large against the limit show means; clearing the balance earns nothing (`status`).',
    utilisation: 'Cards: little room left means little slack; prior.',
    inactiveShare6: 'Cards: six statements of 0 go with more defaults (`status`).',
    consecutiveFailures:
      'Those never reached seldom pay (`purchasedDebts`); that is association, not effect, so the points are small.',
    missing:
      'Not knowing is near neutral: −5 where a known history would usually speak for the borrower, else 0.',
  },
  base: 'No mean over data: what the model gives to a typical account at 0, 15, 45, 75, 135 and 270 days past due, with twelve monthly instalments, the second and fourth newest paid ten days late.',
  checks: [
    {
      id: 'taiwan',
      data: 'half of `status`; bad = default in the next month',
      count: 15000,
      badRate: 0.2235,
      auc: 0.761,
      ks: 0.425,
    },
    {
      id: 'single-loans',
      data: '`singleLoans`, not in arrears; bad = the next loan went bad',
      count: 2637,
      badRate: 0.2165,
      auc: 0.659,
      ks: 0.25,
    },
    {
      id: 'late-loans',
      data: '`singleLoans` three days late; bad = still open 30 days on; only 51 are, so the AUC is known to about ±0.08',
      count: 638,
      badRate: 0.0799,
      auc: 0.572,
      ks: 0.169,
    },
  ],
  limits: [
    'Not calibrated to any lender; too low for loans a few days late.',
    'Base rates do not transfer: default is 22 % in `status`.',
    'Promises, days since the last payment, cures and relapses have no safe direction and do not enter.',
    'No sex, marital status, education, ethnicity, religion, age or amount of money enters.',
  ],
} as const satisfies Readonly<Record<string, unknown>>
