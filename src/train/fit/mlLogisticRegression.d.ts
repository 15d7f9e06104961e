/** The part of ml-logistic-regression 2.0.0 that is used; it comes without types. */
declare module 'ml-logistic-regression' {
  import type { Matrix } from 'ml-matrix'

  // biome-ignore lint/style/noDefaultExport: that is what the package has
  export default class LogisticRegression {
    constructor(options: { readonly numSteps: number; readonly learningRate: number })
    train(features: Matrix, outcomes: Matrix): void
    /** One a class. */
    readonly classifiers: readonly { readonly weights: Matrix }[]
  }
}
