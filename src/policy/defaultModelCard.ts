/** The card of the built-in scorecard: what it is, what each characteristic rests on, how it was checked, its limits. */
export const DEFAULT_MODEL_CARD = {
  title: 'Prior scorecard for repayment within 30 days',
  kind: 'prior',
  summary:
    'The points are a prior: set by hand from published results, not fitted to any data. They order borrowers sensibly; the probabilities are rough. Recalibrate on your own outcomes before relying on a probability, and fit a model once there are some hundred.',
  howSet:
    'Known rates became points by 50 · log2(good ÷ bad), shared out among characteristics that tell the same story and rounded to fives. Half a dozen versions were compared on the portfolios of `checks`, and `status` comes from the accounts of the first: the figures are no independent test.',
  sources: [
    {
      id: 'status',
      source:
        'counted in the data of Yeh & Lien 2009, Expert Systems with Applications 36(2) 2473–2480: UCI "Default of credit card clients" (CC BY 4.0)',
      result:
        'default in the next month by newest status: 0 (not behind) 13 %, −1 (paid duly) 17 %, one month behind 34 %, two 69 %, three 76 %; accounts with six statements of 0: 36.6 %',
    },
    {
      id: 'rolls',
      source: 'monthly rolls in 45,985 card accounts',
      result: '1–29 to 30–59 days 5 %, 30–59 to 60–89 30 %, 60–89 to 90–119 59 %, 90–119 to 120–149 67 %',
    },
    {
      id: 'singleLoans',
      source:
        'Zindi / Data Science Nigeria loan default challenge: 2,637 borrowers, short loans of 2016–2017',
      result:
        'the mean lateness of first payments alone orders the next loan with AUC 0.665, the share late with 0.646',
    },
    {
      id: 'purchasedDebts',
      source: 'outcomes of 113,229 purchased consumer debts over 12 months, aggregates',
      result:
        'paid anything: 12.7 % of those never reached, 62 % of those reached; cash recovered is flat after about four contacts',
    },
  ],
  why: {
    daysPastDue:
      '11 and 41 days late: 66 % and 31 % good by `status`, the second eased for what the history adds; a few days say little, 5 % of 1–29 roll on; from 61 days most do (`rolls`), and every missed payment must be made up. Over 180 days: prior.',
    worstBehind6:
      'Two months behind lose far more than one (`status`: 69 % against 34 %); a single missed payment in half a year happens to good payers.',
    shareLate6: 'A habit rather than an accident; orders single loans by itself (`singleLoans`).',
    periodsSinceLate: 'What happened last month says more than what happened five months ago; prior.',
    periodsKnown: 'A borrower known for a year has shown more than a newcomer; prior, small on purpose.',
    daysLateMean:
      'Early payments count as a credit: the best single figure for single loans (`singleLoans`).',
    paidShare3: 'Part payments are worth something; prior.',
    zeroPayShare6: 'A month without any payment is a worse sign than one paid in part; prior.',
    paidToLimit6:
      'Cards: payments large against the limit show means; in `status` those who paid duly are no better than those not behind, so clearing a balance earns nothing.',
    utilisation: 'Cards: little room left means little slack; beyond the limit is worse; prior.',
    inactiveShare6: 'Cards: six statements of 0 go with more defaults, not fewer (`status`).',
    consecutiveFailures:
      'Those never reached seldom pay (`purchasedDebts`); that is association, not effect, so the points are small and begin after three attempts.',
    missing:
      'Not knowing is near neutral and mildly cautious: −5 where a known history would usually speak for the borrower, else 0.',
  },
  base: 'No mean over data: what the model gives to a typical account of the bucket, at 0, 15, 45, 75, 135 and 270 days past due, with twelve monthly instalments, those of the arrears unpaid, the rest paid on the day but for the second and fourth newest, ten days late.',
  checks: [
    {
      id: 'taiwan',
      data: 'Taiwan card accounts as of 1 October 2005 (half of `status`); bad = default in October',
      count: 15000,
      badRate: 0.2235,
      auc: 0.761,
      ks: 0.425,
    },
    {
      id: 'single-loans',
      data: 'borrowers of `singleLoans` at their next loan, not in arrears; bad = that loan went bad',
      count: 2637,
      badRate: 0.2165,
      auc: 0.659,
      ks: 0.25,
    },
    {
      id: 'late-loans',
      data: 'loans of `singleLoans` three days late; bad = still open 30 days on; only 51 are bad, so the AUC is known to about ±0.08',
      count: 638,
      badRate: 0.0799,
      auc: 0.572,
      ks: 0.169,
    },
  ],
  limits: [
    'Not fitted: probabilities are not calibrated to any lender, and too low for loans a few days late.',
    'Base rates do not transfer: default is 22 % in the Taiwan data of 2005.',
    'Promises, days since the last payment, cures and relapses do not enter: they have no safe direction.',
    'No sex, marital status, education, ethnicity, religion, age or amount of money enters.',
  ],
} as const satisfies Readonly<Record<string, unknown>>
