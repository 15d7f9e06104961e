export type { Context } from '../input/context.ts'
export type { ParsedCase } from '../input/readCase.ts'
export type { Rule, RulePack } from '../input/rulePack.ts'
export { type ContactPermission, permissions } from './permissions.ts'
