import { css } from 'lit';

/** The reports tab's home: cards over charts over tables, one column on a phone. */
export const dashboardStyles = css`
  .board {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
    min-width: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-1) var(--space-4);
    padding-bottom: var(--space-2);
    border-bottom: 1px solid var(--line);
  }
  .head h2 {
    padding: 0;
    border: 0;
    text-wrap: balance;
  }
  .fresh {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-2);
    color: var(--ink-soft);
    font-size: var(--text-sm);
  }
  .fresh .word {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    font-weight: 550;
  }
  .fresh .word::before {
    content: '';
    width: 0.5em;
    height: 0.5em;
    border-radius: 50%;
    background: currentColor;
  }
  .fresh.live .word {
    color: var(--good);
  }
  .fresh.old .word {
    color: var(--ink-soft);
  }
  .fresh.offline .word {
    color: var(--warn);
  }
  .blocks,
  .sections {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
    align-items: start;
  }
  .blocks {
    gap: var(--space-3);
  }
  .sections {
    gap: var(--space-6) var(--space-5);
  }
  .sections > * {
    min-width: 0;
  }
  .findings {
    gap: var(--space-2);
  }
  @container (min-width: 54rem) {
    .sections {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .sections > * {
      grid-column: span 3;
    }
    .sections > .most {
      grid-row: 1;
      grid-column: 1 / span 4;
    }
    .sections > .less {
      grid-row: 1;
      grid-column: 5 / span 2;
    }
    .sections > .wide {
      grid-column: 1 / -1;
    }
    .wide > .blocks:has(> scc-chart + .table) {
      grid-template-columns: minmax(0, 5fr) minmax(0, 3fr);
    }
    .wide > .blocks:has(> .key-figures + .table) {
      grid-template-columns: minmax(0, 1fr) minmax(0, 3fr);
    }
    /* Three in a row, unless four leave fewer holes. */
    .key-figures:has(> :nth-child(4)):not(:has(> :nth-child(3n):last-child)) {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .wide > .blocks > .key-figures:has(+ .table) {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 44rem) {
    .head h2 {
      font-size: var(--text-lg);
    }
    .fresh {
      width: 100%; /* a line of its own from the beginning: what it says grows */
    }
  }
  @container (min-width: 30rem) and (max-width: 44rem) {
    .key-figures {
      grid-template-columns: 1fr 1fr;
    }
  }
  .bone {
    min-height: 7rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-lg);
    background: linear-gradient(100deg, var(--surface) 40%, var(--sunk) 50%, var(--surface) 60%) 0 0 / 300% 100%;
    animation: swell 1.6s ease-in-out infinite;
  }
  .bone.line {
    width: min(24rem, 100%);
    min-height: 1.75rem;
    border-radius: var(--radius-sm);
  }
  .bone.tall {
    min-height: 24rem;
  }
  @keyframes swell {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: 0 0;
    }
  }
`;
