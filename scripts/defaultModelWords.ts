/** What the card of the built-in scorecard says besides the figures: sources, and why the priors are what they are. */
export const DEFAULT_MODEL_WORDS = {
  title: 'Scorecard for no default within 30 days',
  summary:
    'Fitted on public card accounts (Taiwan 2005), every sign held to its direction. It orders borrowers; its probabilities are of that time and place. Recalibrate on your own outcomes, and fit a model of your own once there are some hundred.',
  source:
    'Yeh & Lien 2009, Expert Systems with Applications 36(2) 2473–2480: UCI "Default of credit card clients" (CC BY 4.0), the odd ids',
  why: {
    daysLateMean:
      'Prior: payment days are not in the data; in 2,637 short loans in Nigeria (Zindi) mean lateness alone orders the next loan with AUC 0.665.',
    consecutiveFailures:
      'Prior: purchased debts (113,229): 12.7 % of those never reached paid anything, 62 % of those reached; association, so few points.',
    'daysPastDue >= 91':
      'Prior: 59 % of accounts 60–89 days late and 67 % of those 90–119 rolled on (45,985 card accounts): 0.34 in log odds, 25 points.',
    'daysPastDue >= 181': 'Prior: every missed payment must be made up.',
  },
  /** On data it was not fitted on, unchanged. */
  checks: [
    {
      id: 'single-loans',
      data: 'borrowers of short loans in Nigeria at their next loan, not in arrears; bad = that loan went bad',
      count: 2637,
      badRate: 0.2165,
      auc: 0.679,
      ks: 0.253,
    },
    {
      id: 'late-loans',
      data: 'their loans three days late; bad = still open 30 days on; only 51 are bad, so the AUC is known to about ±0.08',
      count: 638,
      badRate: 0.0799,
      auc: 0.533,
      ks: 0.098,
    },
  ],
  limits: [
    'Base rates do not transfer: default was 22 % in that data.',
    'Days past due are known to the month there; within a bucket nothing is told apart.',
    'Promises, days since the last payment, cures and relapses do not enter: they have no safe direction.',
    'No sex, marital status, education, ethnicity, religion, age or amount of money enters.',
  ],
} as const
