/** Why a decision is where it is in a plan, where its own reasons do not say it. Params in brackets. */
export type PortfolioCode =
  /** It is served as the decision recommends. */
  | 'choice.kept'
  /** Another account of the same borrower is on a worklist [by: its id]. */
  | 'borrower.served'
  /** The pool was needed more elsewhere [kind, pool]; at prices also what a unit costs and what it would take [price, use]. */
  | 'capacity.short'
  /** It would take more than the whole of a pool [kind, pool, use, available]. */
  | 'capacity.tooSmall'
  /** Pools serve what could be done, but none of them by this channel and in this area [kind]. */
  | 'capacity.notHere'
  /** What could be done opens after the last planned day [kind, from]. */
  | 'window.later'
  /** What could be done had to be done before the first planned day [kind, to]. */
  | 'window.over'
  /** What could be done is worth nothing [kind, value]. */
  | 'value.notPositive'
  /** At prices: nothing else brings more beyond what it takes of the pools [net]. */
  | 'price.highest'
  /** At prices: something else brings more beyond what it takes, or as much and is gentler [by]. */
  | 'price.lower'
  /** At prices: the capacity gives no rate for this currency [currency]. */
  | 'currency.noRate'
