/** One line of NDJSON. */
export const ndjson = (value: object): string => `${JSON.stringify(value)}\n`
