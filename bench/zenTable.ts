/**
 * A decision table of 14 rows such as a collections team would write for a rules engine: age, amount, last contact and
 * hardship in, an action out. It stands for the peer that answers less: no score, no law, no plan, no reasons.
 */
const row = (
  id: number,
  dpd: string,
  overdue: string,
  contact: string,
  hardship: string,
  action: string,
) => ({
  _id: `r${id}`,
  i1: dpd,
  i2: overdue,
  i3: contact,
  i4: hardship,
  o1: JSON.stringify(action),
})

export const ZEN_TABLE = {
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
    {
      id: 'table',
      type: 'decisionTableNode',
      name: 'action',
      position: { x: 200, y: 0 },
      content: {
        hitPolicy: 'first',
        inputs: [
          { id: 'i1', name: 'days past due', field: 'daysPastDue' },
          { id: 'i2', name: 'overdue', field: 'overdue' },
          { id: 'i3', name: 'days since contact', field: 'daysSinceContact' },
          { id: 'i4', name: 'hardship', field: 'hardship' },
        ],
        outputs: [{ id: 'o1', name: 'action', field: 'action' }],
        rules: [
          row(1, '<= 0', '', '', '', 'wait'),
          row(2, '', '', '', 'true', 'restructure'),
          row(3, '', '', '< 1', '', 'wait'),
          row(4, '[1..7]', '', '', '', 'reminder'),
          row(5, '[8..15]', '< 10000', '', '', 'reminder'),
          row(6, '[8..15]', '>= 10000', '', '', 'call'),
          row(7, '[16..30]', '< 5000', '', '', 'reminder'),
          row(8, '[16..30]', '>= 5000', '', '', 'call'),
          row(9, '[31..60]', '', '< 3', '', 'wait'),
          row(10, '[31..60]', '', '>= 3', '', 'call'),
          row(11, '[61..90]', '< 50000', '', '', 'call'),
          row(12, '[61..90]', '>= 50000', '>= 7', '', 'visit'),
          row(13, '> 90', '>= 50000', '', '', 'visit'),
          row(14, '', '', '', '', 'call'),
        ],
      },
    },
    { id: 'out', type: 'outputNode', name: 'out', position: { x: 400, y: 0 } },
  ],
  edges: [
    { id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' },
    { id: 'e2', sourceId: 'table', targetId: 'out', type: 'edge' },
  ],
}
