import { css } from 'lit';

/** The reports tab's home: cards over charts over tables, one column on a phone. */
export const dashboardStyles = css`
  .board {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-6);
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
  .board h3 {
    color: var(--ink-soft);
    font-size: var(--text-sm);
    font-weight: 600;
  }
  .blocks {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    min-width: 0;
    align-items: start;
  }
  .pairs-of-sections {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-6) var(--space-5);
    align-items: start;
  }
  .pairs-of-sections > * {
    min-width: 0;
  }
  @container (min-width: 54rem) {
    .pairs-of-sections {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .wide {
      grid-column: 1 / -1;
    }
    .wide > .blocks:has(> .chart + .table) {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
    .findings {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .findings li {
      align-content: start;
    }
  }
  @container (min-width: 30rem) and (max-width: 44rem) {
    .key-figures {
      grid-template-columns: 1fr 1fr;
    }
  }
  .blocks .key-figures {
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
  }
  .bone {
    min-height: 8.5rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-lg);
    background: linear-gradient(100deg, var(--surface) 40%, var(--sunk) 50%, var(--surface) 60%) 0 0 / 300% 100%;
    animation: swell 1.6s ease-in-out infinite;
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
