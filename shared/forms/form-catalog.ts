import { customerSchema } from '../records/customer.ts';
import type { Form, FormField, FormKind } from '../records/form.ts';
import { MONEY } from '../records/money-registry.ts';
import { isWithdrawable } from '../records/register-kinds.ts';
import { REGISTER } from '../records/registry.ts';
import { userSchema } from '../records/user.ts';
import { charterChange, createCharterBody } from '../wire/charters.ts';
import { formFields } from './form-fields.ts';

type Schema = Parameters<typeof formFields>[0];
interface Entry extends FormKind {
  readonly schema: Schema;
  /** What this kind asks otherwise than its schema would have it. */
  readonly asked?: (field: FormField) => readonly FormField[];
}

/** Kinds a machine, or a record of money, keeps: they can be looked at, not written by hand. */
const KEPT_BY_THE_APP = ['inventory', 'repository-scan', 'bill', 'expense-question'];

/** Fields of a register the app keeps itself. */
const KEPT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  subscription: ['charges', 'lastChargedOn'],
  lead: ['quotedOn', 'wonOn'],
  'bank-line': ['matchedEntryId'],
  person: ['authVersion'],
  customer: ['firstChannelId', 'firstBookedOn'],
};

/** The other field that says whether an amount is money, and with which value. */
const MONEY_ONLY_IF: Readonly<Record<string, { readonly field: string; readonly value: string }>> = {
  target: { field: 'metric', value: 'revenue' },
  belief: { field: 'unit', value: 'cents' },
};

/** Every kind a person may record, without its fields. */
export function formKinds(): readonly FormKind[] {
  return entries().map(({ schema: _s, asked: _a, ...kind }) => kind);
}

/** The form of a kind: its fields as its schema has them, in words; nothing for a kind there is not. */
export function formFor(kind: string): Form | undefined {
  const entry = entries().find((one) => one.kind === kind);
  if (entry === undefined) return undefined;
  const { schema, asked = (field) => [field], ...of } = entry;
  return { ...of, fields: formFields(schema).flatMap(asked) };
}

function entries(): readonly Entry[] {
  return [
    { ...register('customer', 'customer', 'customers', customerSchema), isWithdrawable: false },
    { ...register('person', 'person who may sign in', 'people who may sign in', userSchema), isWithdrawable: false },
    ...Object.entries(REGISTER).map(([kind, { schema, one, many }]) =>
      kind === 'entity' ? register(kind, 'business', 'businesses', schema) : register(kind, one, many, schema),
    ),
    ...Object.keys(MONEY).map((kind) => moneyEntry(kind as keyof typeof MONEY)),
    {
      kind: 'charter',
      one: 'charter',
      many: 'charters',
      of: 'charter',
      isWithdrawable: false,
      isWritten: true,
      schema: createCharterBody,
      asked: charterField,
    },
    {
      kind: 'charter-change',
      one: 'change of a charter',
      many: 'changes of charters',
      of: 'charter',
      isWithdrawable: false,
      isWritten: true,
      schema: charterChange,
      asked: (field) => charterField({ ...field, required: true }),
    },
  ];
}

function register(kind: string, one: string, many: string, schema: Schema): Entry {
  const kept = KEPT_FIELDS[kind] ?? [];
  const onlyIf = MONEY_ONLY_IF[kind];
  return {
    kind,
    one,
    many,
    of: 'register',
    isWithdrawable: isWithdrawable(kind),
    isWritten: !KEPT_BY_THE_APP.includes(kind),
    schema,
    asked: (field) => {
      if (kept.includes(field.name)) return [];
      return [field.type === 'money' && onlyIf !== undefined ? { ...field, onlyIf, hint: UNIT_HINT } : field];
    },
  };
}

const UNIT_HINT = 'Dollars, or a whole number where that is what is counted';

/** Money about something of its own is begun by one kind; what follows names what was begun. */
function moneyEntry(kind: keyof typeof MONEY): Entry {
  const { one, many, schema, day, ...of } = MONEY[kind] as (typeof MONEY)[typeof kind] & { readonly subject?: string };
  const { subject } = of;
  const first = subject === undefined ? undefined : BEGUN_BY[subject];
  const common = { kind, one, many, of: 'money', isWithdrawable: true, isWritten: true, day, schema } as const;
  if (subject === undefined || first === undefined) return common;
  const isFirst = first.kind === kind;
  return {
    ...common,
    ...(isFirst || first.isListed || !needs(schema, subject) ? {} : { follows: { kind: first.kind, field: subject } }),
    asked: (field) =>
      isFirst && field.name === subject
        ? [{ name: subject, label: field.label, required: true, type: 'new-id', prefix: first.prefix }]
        : [field],
  };
}

function needs(schema: Schema, field: string): boolean {
  return formFields(schema).some(({ name, required }) => name === field && required);
}

/** Which kind begins what others follow, by the field both share; listed where a register shows what was begun. */
const BEGUN_BY: Readonly<Record<string, { readonly kind: string; readonly prefix: string; readonly isListed?: true }>> =
  {
    loanId: { kind: 'loan-receipt', prefix: 'loan' },
    assetId: { kind: 'asset-purchase', prefix: 'ast' },
    prepaidId: { kind: 'prepayment', prefix: 'ppd' },
    billId: { kind: 'bill-receipt', prefix: 'bil', isListed: true },
    giftCardId: { kind: 'gift-card-sale', prefix: 'gft' },
    disputeId: { kind: 'dispute-opening', prefix: 'dsp' },
  };

/** The customer is chosen or added; a line's total follows from quantity and price. */
function charterField(field: FormField): readonly FormField[] {
  if (field.name === 'customerId') return [{ ...field, hint: 'Choose who is on file, or add a new one below' }];
  if (field.type === 'group') return [{ ...field, label: 'A new customer', unless: 'customerId' }];
  if (field.type !== 'rows') return [field];
  return [{ ...field, fields: field.fields.filter(({ name }) => name !== 'totalCents') }];
}
