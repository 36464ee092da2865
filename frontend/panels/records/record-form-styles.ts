import { css } from 'lit';

/** A form made from a description: fields side by side where there is room, lists and groups across. */
export const recordFormStyles = css`
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
    gap: var(--space-4);
    align-items: start;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .group {
    padding: var(--space-3) var(--space-4) var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-md);
  }
  .group > legend {
    padding-inline: var(--space-1);
    margin: 0;
  }
  .row {
    display: grid;
    gap: var(--space-2);
    justify-items: start;
    padding-bottom: var(--space-3);
    border-bottom: 1px solid var(--line);
  }
  .row > .fields {
    width: 100%;
  }
  fieldset > .problem {
    font-size: var(--text-sm);
    color: var(--bad);
  }
  .fields > .field:has(.choice) {
    align-self: end;
  }
  .both {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-sm);
    overflow-wrap: anywhere;
  }
  .both th,
  .both td {
    padding: var(--space-2);
    border-top: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }
`;
