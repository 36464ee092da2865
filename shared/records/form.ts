/** How a field is asked for, and what is typed into it turned into. */
export type FieldShape =
  | { readonly type: PlainType }
  /** Dollars and cents; where `onlyIf` is given, only while that other field has that value, else a whole number. */
  | { readonly type: 'money'; readonly onlyIf?: { readonly field: string; readonly value: string } }
  /** One of few, or several of them. */
  | { readonly type: 'choice' | 'ticks'; readonly choices: readonly (readonly [value: string, text: string])[] }
  /** The id of a record of another kind, or several. */
  | { readonly type: 'reference' | 'references'; readonly to: string }
  /** Always the same, and not asked. */
  | { readonly type: 'fixed'; readonly value: string | number }
  /** A new id, made by whoever fills the form in. */
  | { readonly type: 'new-id'; readonly prefix: string }
  /** Several of the same, each with fields of its own. */
  | { readonly type: 'rows'; readonly fields: readonly FormField[] }
  /** Fields that belong together; asked only while another field is empty, where `unless` names one. */
  | { readonly type: 'group'; readonly fields: readonly FormField[]; readonly unless?: string };

/** Fields that need nothing but to be filled in. */
export type PlainType =
  | 'text'
  | 'note'
  | 'email'
  | 'share'
  | 'count'
  | 'rating'
  | 'hours'
  | 'day'
  | 'month'
  | 'time'
  | 'instant'
  | 'flag'
  /** A short name in lower case that stays for good. */
  | 'slug'
  /** Lines of text. */
  | 'list';

/** One field of a form, in the words of whoever fills it in. */
export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
} & FieldShape;

/** A kind of record as a person chooses it. */
export interface FormKind {
  readonly kind: string;
  readonly one: string;
  readonly many: string;
  /** Kept in a register and changed there; or money, which is posted and only ever taken back. */
  readonly of: 'register' | 'money' | 'charter';
  /** Of a register: whether a record that never should have been can be taken out. */
  readonly isWithdrawable: boolean;
  /** Written by a person; others are kept by the app and can be looked at. */
  readonly isWritten: boolean;
  /** Of money: the field with the day it counts on. */
  readonly day?: string;
  /** Of money about something an earlier record of money began: the field both share, and the kind that begins it. */
  readonly follows?: { readonly kind: string; readonly field: string };
}

/** The form of one kind of record. */
export interface Form extends FormKind {
  readonly fields: readonly FormField[];
}
