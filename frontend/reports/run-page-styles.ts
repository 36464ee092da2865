import { css } from 'lit';

/** A run: its reports and mails on the left, its steps down the right. */
export const runPageStyles = css`
  .back {
    display: inline-flex;
    align-items: center;
    min-height: var(--touch);
    font-size: var(--text-sm);
    text-decoration: none;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
    margin-bottom: var(--space-5);
  }
  .head p {
    width: 100%;
  }
  .stale {
    margin-bottom: var(--space-4);
  }
  .columns {
    display: grid;
    gap: var(--space-4);
    align-items: start;
  }
  .lines li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-1) var(--space-3);
    padding-block: var(--space-2);
    border-top: 1px solid var(--line);
  }
  .lines li:first-child {
    border-top: 0;
  }
  .what {
    display: grid;
    flex: 1 1 10rem;
    min-width: 0;
  }
  .what a {
    display: inline-flex;
    align-items: center;
    min-height: 2.25rem;
    font-weight: 600;
  }
  .what strong {
    font-weight: 600;
  }
  .chip.wrap {
    white-space: normal;
    text-align: left;
  }
  .lines .mail {
    align-items: start;
  }
  .acts {
    display: flex;
    padding-top: var(--space-1);
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .copy {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-2);
    color: var(--ink-soft);
  }
  .copy q {
    flex: 1 1 100%;
    overflow-wrap: anywhere;
  }
  .copy:is(.failed, .rejected, .bounced, .complained) > span {
    color: var(--bad);
    font-weight: 600;
  }
  .copy:is(.unknown, .delayed) > span {
    color: var(--warn);
    font-weight: 600;
  }
  .decision {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .card > .notice {
    margin-block: var(--space-2);
  }
  .failure {
    color: var(--bad);
  }
  p.failure {
    flex: 1 1 100%;
  }
  .steps li {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0 var(--space-3);
    padding: 0 0 var(--space-3) var(--space-5);
  }
  .steps .details {
    grid-column: 1 / -1;
    overflow-wrap: anywhere;
  }
  .steps li::before {
    content: '';
    position: absolute;
    left: 0.125rem;
    top: 0.4375rem;
    width: 0.625rem;
    height: 0.625rem;
    border-radius: 50%;
    background: var(--accent);
  }
  .steps li:not(:last-child)::after {
    content: '';
    position: absolute;
    left: calc(0.4375rem - 1px);
    top: 1.25rem;
    bottom: -0.25rem;
    width: 2px;
    background: var(--line);
  }
  .steps li.bad::before {
    border-radius: 2px;
    background: var(--bad);
  }
  .steps li.bad > span:first-child {
    color: var(--bad);
    font-weight: 600;
  }
  .steps li.running::before {
    background: transparent;
    border: 2px solid var(--accent);
    animation: pulse 1.2s ease-in-out infinite;
  }
  @keyframes pulse {
    50% {
      opacity: 0.3;
    }
  }
  @media (min-width: 62rem) {
    .columns {
      grid-template-columns: minmax(0, 1.4fr) minmax(18rem, 1fr);
    }
  }
`;
