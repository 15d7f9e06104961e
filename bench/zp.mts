import { createContext, decide, parseCase } from '../src/entry/index.ts'
import { benchCases } from './benchCases.ts'
const items = benchCases().map(({asOf, case: c}) => { const context=createContext({asOf}); const p=parseCase(c, context); return {context, p: p.value} })
for(let i=0;i<30000;i++){const it=items[i%16]; decide(it.p,it.context)}
