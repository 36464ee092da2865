import { createElement as h, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

/** The peer: the dashboard's figures and one chart as a React page with Recharts would show them. */
function Dashboard() {
  const [data, setData] = useState();
  useEffect(() => {
    fetch('/api/reports/dashboard')
      .then((answer) => answer.json())
      .then(setData);
  }, []);
  if (data === undefined) return h('p', null, 'Loading …');
  const figures = data.document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'key-figures' ? block.figures : [])),
  );
  const points = figures
    .filter(({ figure }) => typeof figure.cell.value === 'number')
    .map(({ label, figure }) => ({ label, value: figure.cell.value }));
  return h(
    'main',
    null,
    h(
      'ul',
      null,
      figures.map(({ label, figure }) =>
        h('li', { key: label }, label, ' ', h('b', { className: 'figure' }, text(figure.cell))),
      ),
    ),
    h(
      ResponsiveContainer,
      { width: '100%', height: 240 },
      h(
        BarChart,
        { data: points },
        h(CartesianGrid),
        h(XAxis, { dataKey: 'label' }),
        h(YAxis),
        h(Tooltip),
        h(Bar, { dataKey: 'value', isAnimationActive: false }),
      ),
    ),
  );
}

function text({ kind, value }) {
  return kind === 'cents'
    ? (value / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' })
    : String(value);
}

createRoot(document.getElementById('root')).render(h(Dashboard));
