import { describe, expect, it } from 'vitest';
import { ArgumentError, reportArguments } from '../../scripts/report/arguments.ts';
import type { LocalDate } from '../../shared/kernel/calendar.ts';

const TODAY = '2026-11-21' as LocalDate;
const asked = (line: string) => reportArguments(line.split(' ').filter(Boolean), TODAY);

function complaint(line: string): string {
  try {
    asked(line);
  } catch (error) {
    expect(error).toBeInstanceOf(ArgumentError);
    return (error as Error).message;
  }
  throw new Error(`accepted: ${line}`);
}

describe('the report command', () => {
  it('prints the last closed month as text when told nothing else', () => {
    expect(asked('ceo')).toEqual({
      report: 'ceo',
      period: { from: '2026-10-01', until: '2026-11-01' },
      format: 'text',
      send: false,
    });
  });

  it('takes a month, entities, a format and a folder', () => {
    expect(asked('ceo --period 2026-02 --entity jada,qos --format csv --out reports')).toEqual({
      report: 'ceo',
      period: { from: '2026-02-01', until: '2026-03-01' },
      entityIds: ['jada', 'qos'],
      format: 'csv',
      outFolder: 'reports',
      send: false,
    });
  });

  it('takes the running month up to today', () => {
    expect(asked('ceo --period current')).toMatchObject({ period: { from: '2026-11-01', until: '2026-11-22' } });
  });

  it('sends when it is told to whom', () => {
    expect(asked('ceo --to ceo@example.com')).toMatchObject({ send: true, to: ['ceo@example.com'] });
    expect(asked('ceo --send')).toMatchObject({ send: true });
  });

  it.each(['--help', '-h', 'ceo --help'])('explains itself for %s', (line) => {
    expect(asked(line)).toEqual({ help: true });
  });

  it.each([
    ['', 'which report?'],
    ['ceo cfo', 'one report at a time'],
    ['ceo --format pdf', 'expected one of text, html, md, json, csv'],
    ['ceo --period 2026-11', 'a month that is over'],
    ['ceo --period 2026-13', 'a month that is over'],
    ['ceo --period yesterday', 'a month that is over'],
    ['ceo --entity ,', 'expected at least one id'],
    ['ceo --to captain', 'expected an e-mail address'],
    ['ceo --colour blue', '--colour'],
  ])('says of "%s" what would be right', (line, words) => {
    expect(complaint(line)).toContain(words);
  });

  it('names every argument that does not fit at once', () => {
    expect(complaint('--format pdf --period never').split('\n')).toHaveLength(3);
  });
});
