import { createContext, decide, parseCase, counterfactuals } from '../src/entry/index.ts'
import { readFacts } from '../src/history/readFacts.ts'
import { permissionsFor } from '../src/compliance/permissionsFor.ts'
import { planOptionsFor } from '../src/plan/planOptionsFor.ts'
import { scoreCase } from '../src/score/scoreCase.ts'
import { decideAction } from '../src/decide/decideAction.ts'
import { reasonsOf } from '../src/explain/reasons.ts'
import { schedule } from '../src/plan/schedule.ts'
import { readOf } from '../src/input/parsedCase.ts'
import { asOfIssues, viewAsOf } from '../src/input/asOf.ts'
import { benchCases } from './benchCases.ts'
const items = benchCases().map(({asOf, case: c}) => { const context=createContext({asOf}); const p=parseCase(c, context); if(!p.ok) throw new Error(JSON.stringify(p.issues)); 
 const view = readOf(p.value); const facts=readFacts(view,context); const permissions=permissionsFor(facts,context); const plans=planOptionsFor(facts,context); const score=scoreCase(facts,context); const f={facts,permissions,plans,score,context}; const choice = decideAction(f)
 return {context, p: p.value, c, view, facts, f, choice} })
const N=Number(process.argv[2]??20000)
function t(name, fn){ let best=1e9; for(let r=0;r<5;r++){const s=performance.now(); for(let i=0;i<N;i++) fn(items[i%16]); best=Math.min(best,(performance.now()-s)/N*1000)} console.log(name.padEnd(16), best.toFixed(2),'us') }
t('asOf', it=>{asOfIssues(it.view,it.context); viewAsOf(it.view,it.context)})
t('facts', it=>readFacts(it.view,it.context))
t('score', it=>scoreCase(it.facts,it.context))
t('permissions', it=>permissionsFor(it.facts,it.context))
t('plans', it=>planOptionsFor(it.facts,it.context))
t('decideAction', it=>decideAction(it.f))
t('schedule', it=>{ const p=it.choice.action.plan; if(p?.kind==='restructure') schedule(p,it.facts)})
t('reasons', it=>reasonsOf(it.choice,it.facts,it.context.model))
t('decide', it=>decide(it.p,it.context))
t('counterf', it=>counterfactuals(it.p,it.context))
t('parseCase', it=>parseCase(it.c,it.context))
const texts = items.map(i=>JSON.stringify(i.c)); console.log(texts[0].length)
let k=0; t('JSON.parse', ()=>JSON.parse(texts[k++%16]))
t('stringify dec', it=>JSON.stringify(it.choice))
