/** What an account is: the first digit of its code says the same. */
export type AccountType = 'asset' | 'liability' | 'equity' | 'revenue' | 'cogs' | 'opex';

/** What it means when cash moves against this account. The cash accounts themselves are `cash`. */
export type CashClass = 'cash' | 'customer' | 'operating' | 'pass-through' | 'capex' | 'financing';

/**
 * Where an account goes on a tax return, as the form prints it: Schedule C and E lines as of tax year 2025, Form 1120-S
 * and 8825 as of 2023; `L` is the balance sheet of 1120-S. Null where the account is on no such line.
 */
export interface TaxLines {
  readonly schC: string | null;
  readonly schE: string | null;
  readonly f1120s: string | null;
}

/** One account of the chart, and the name it has in a plain-text journal. */
export interface Account {
  readonly code: AccountCode;
  readonly name: string;
  readonly journalName: string;
  readonly type: AccountType;
  /** Stands against its type: its usual balance is on the other side. */
  readonly contra: boolean;
  readonly taxLines: TaxLines;
  readonly cashClass: CashClass;
}

export type AccountCode = (typeof CHART)[number][0];

type Row = readonly [code: string, name: string, journalName: string, cash: CashClass, schC: string, f1120s: string];

const CHART = [
  ['1010', 'Bank operating', 'assets:bank:operating', 'cash', '-', 'L'],
  ['1015', 'Bank reserve', 'assets:bank:reserve', 'cash', '-', 'L'],
  ['1020', 'Card processor clearing', 'assets:bank:stripe clearing', 'cash', '-', 'L'],
  ['1030', 'Cash and petty cash', 'assets:cash', 'cash', '-', 'L'],
  ['1100', 'OTA receivable', 'assets:receivable:ota', 'customer', '-', 'L'],
  ['1110', 'Accounts receivable', 'assets:receivable:customers', 'customer', '-', 'L'],
  ['1150', 'Disputes', 'assets:receivable:disputes', 'customer', '-', 'L'],
  ['1160', 'Contract asset, unbilled work', 'assets:contract asset', 'customer', '-', 'L'],
  ['1300', 'Prepaid insurance and slip', 'assets:prepaid', 'operating', '-', 'L'],
  ['1500', 'Vessels', 'assets:vessels:cost', 'capex', '13', '14 via 4562'],
  ['1590', 'Vessels, accumulated depreciation', 'assets:vessels:depreciation', 'capex', '13', '14 via 4562'],
  ['1600', 'Buildings', 'assets:buildings:cost', 'capex', 'Sch E 18', '-'],
  ['1690', 'Buildings, accumulated depreciation', 'assets:buildings:depreciation', 'capex', 'Sch E 18', '-'],
  ['1800', 'Due from our other businesses', 'assets:due from our businesses', 'financing', '-', 'L'],
  ['2010', 'Accounts payable', 'liabilities:accounts payable', 'operating', '-', 'L'],
  ['2020', 'Credit card payable', 'liabilities:credit card', 'operating', '-', 'L'],
  ['2100', 'Customer deposits, refundable', 'liabilities:customer deposits', 'customer', '-', 'L'],
  ['2105', 'Contract liability, charters', 'liabilities:contract liability', 'customer', '-', 'L'],
  ['2110', 'Gift cards and credits', 'liabilities:gift cards', 'customer', '-', 'L'],
  ['2120', 'Deferred subscription', 'liabilities:deferred subscription', 'customer', '-', 'L'],
  ['2130', 'Delivery advances', 'liabilities:delivery advances', 'customer', '-', 'L'],
  ['2200', 'Sales tax payable', 'liabilities:sales tax payable', 'pass-through', '-', 'L'],
  ['2210', 'Transient occupancy tax payable', 'liabilities:occupancy tax payable', 'pass-through', '-', 'L'],
  ['2300', 'Tips payable', 'liabilities:tips payable', 'pass-through', '-', 'L'],
  ['2310', 'Payroll liabilities', 'liabilities:payroll', 'operating', '-', 'L'],
  ['2400', 'Refunds payable', 'liabilities:refunds payable', 'customer', '-', 'L'],
  ['2500', 'Tenant security deposits', 'liabilities:tenant deposits', 'customer', '-', 'L'],
  ['2600', 'Loans, vessel and mortgage', 'liabilities:loans', 'financing', '-', 'L'],
  ['2700', 'Due to our other businesses', 'liabilities:due to our businesses', 'financing', '-', 'L'],
  ['3000', 'Owner contributions', 'equity:owner contributions', 'financing', '-', 'L'],
  ['3010', 'Owner draws and distributions', 'equity:owner draws', 'financing', '-', '16d/K'],
  ['3900', 'Retained earnings', 'equity:retained earnings', 'financing', '-', 'L'],
  ['4010', 'Charter revenue', 'revenues:charter', 'customer', '1', '1a'],
  ['4020', 'Add-ons', 'revenues:add-ons', 'customer', '1', '1a'],
  ['4030', 'Service charges', 'revenues:service charges', 'customer', '1', '1a'],
  ['4090', 'Cancellation income', 'revenues:cancellation fees', 'customer', '1', '1a'],
  ['4110', 'Subscriptions', 'revenues:subscriptions', 'customer', '1', '1a'],
  ['4120', 'Job revenue', 'revenues:jobs', 'customer', '1', '1a'],
  ['4190', 'Refunds and allowances', 'revenues:refunds and allowances', 'customer', '2', '1b'],
  ['4210', 'Delivery fees', 'revenues:delivery fees', 'customer', '1', '1a'],
  ['4220', 'Reimbursed expenses', 'revenues:reimbursed expenses', 'customer', '1', '1a'],
  ['4310', 'Client services', 'revenues:client services', 'customer', '1', '1a'],
  ['4320', 'Hosting, gross', 'revenues:hosting gross', 'customer', '1', '1a'],
  ['4330', 'Hosting, net', 'revenues:hosting net', 'customer', '1', '1a'],
  ['4410', 'Rent', 'revenues:rent', 'customer', 'Sch E 3', '8825'],
  ['4420', 'Other rental income', 'revenues:other rental income', 'customer', 'Sch E 3', '8825'],
  ['5010', 'Crew, contractors', 'expenses:cogs:crew', 'operating', '11', '20 (other)'],
  ['5015', 'Crew, wages', 'expenses:cogs:crew wages', 'operating', '26', '8'],
  ['5020', 'Fuel', 'expenses:cogs:fuel', 'operating', '27b (or 22)', '20'],
  ['5025', 'Provisions and consumables', 'expenses:cogs:provisions', 'operating', '22', '20'],
  ['5030', 'OTA commissions', 'expenses:cogs:ota commissions', 'operating', '10', '20'],
  ['5035', 'OTA payout variance', 'expenses:cogs:ota payout variance', 'operating', '10', '20'],
  ['5040', 'Merchant fees', 'expenses:cogs:merchant fees', 'operating', '10 (or 27b)', '20'],
  ['5050', 'Per-trip dockage and pump-out', 'expenses:cogs:trip dockage', 'operating', '27b', '20'],
  ['5220', 'Resold hosting', 'expenses:cogs:resold hosting', 'operating', '27b', '20'],
  ['6010', 'Slip rent', 'expenses:opex:slip rent', 'operating', '20b', '11'],
  ['6020', 'Vessel insurance', 'expenses:opex:insurance', 'operating', '15', '20'],
  ['6030', 'Vessel repairs and maintenance', 'expenses:opex:repairs', 'operating', '21', '9'],
  ['6040', 'Licences, permits and documentation', 'expenses:opex:licences', 'operating', '23', '12'],
  ['6050', 'Officer compensation', 'expenses:opex:officer compensation', 'operating', '-', '7'],
  ['6060', 'Office wages', 'expenses:opex:office wages', 'operating', '26', '8'],
  ['6070', 'Payroll taxes', 'expenses:opex:payroll taxes', 'operating', '23', '12'],
  ['6100', 'Advertising', 'expenses:opex:advertising', 'operating', '8', '16'],
  ['6110', 'Software and cloud', 'expenses:opex:software', 'operating', '27b', '20'],
  ['6120', 'Legal and professional', 'expenses:opex:professional', 'operating', '17', '20'],
  ['6130', 'Office', 'expenses:opex:office', 'operating', '18', '20'],
  ['6140', 'Utilities and phone', 'expenses:opex:utilities', 'operating', '25', '20'],
  ['6150', 'Travel and meals', 'expenses:opex:travel', 'operating', '24a / 24b', '20'],
  ['6160', 'Vehicle', 'expenses:opex:vehicle', 'operating', '9', '20'],
  ['6200', 'Interest on loans', 'expenses:opex:interest', 'operating', '16a/16b', '13'],
  ['6210', 'Depreciation', 'expenses:opex:depreciation', 'operating', '13', '14'],
  ['6220', 'Bad debt', 'expenses:opex:bad debt', 'operating', '27b', '10'],
  ['6300', 'Rental advertising', 'expenses:rental:advertising', 'operating', 'Sch E 5', '8825'],
  ['6310', 'Rental cleaning and maintenance', 'expenses:rental:maintenance', 'operating', 'Sch E 7', '8825'],
  ['6320', 'Rental insurance', 'expenses:rental:insurance', 'operating', 'Sch E 9', '8825'],
  ['6330', 'Rental legal and professional', 'expenses:rental:professional', 'operating', 'Sch E 10', '8825'],
  ['6335', 'Rental management fees', 'expenses:rental:management', 'operating', 'Sch E 11', '8825'],
  ['6340', 'Rental mortgage interest', 'expenses:rental:mortgage interest', 'operating', 'Sch E 12', '8825'],
  ['6350', 'Rental repairs', 'expenses:rental:repairs', 'operating', 'Sch E 14', '8825'],
  ['6360', 'Rental supplies', 'expenses:rental:supplies', 'operating', 'Sch E 15', '8825'],
  ['6370', 'Rental taxes', 'expenses:rental:taxes', 'operating', 'Sch E 16', '8825'],
  ['6375', 'Rental utilities', 'expenses:rental:utilities', 'operating', 'Sch E 17', '8825'],
  ['6380', 'Rental depreciation', 'expenses:rental:depreciation', 'operating', 'Sch E 18', '8825'],
  ['6390', 'Rental, other', 'expenses:rental:other', 'operating', 'Sch E 19', '8825'],
  ['6900', 'Uncategorised', 'expenses:opex:uncategorised', 'operating', '-', '-'],
] as const satisfies readonly Row[];

const TYPES: Readonly<Record<string, AccountType>> = {
  1: 'asset',
  2: 'liability',
  3: 'equity',
  4: 'revenue',
  5: 'cogs',
  6: 'opex',
};
const CONTRA: ReadonlySet<string> = new Set(['1590', '1690', '3010', '4190']);

/** The chart of accounts, by code. */
export const ACCOUNTS: readonly Account[] = CHART.map(([code, name, journalName, cashClass, schC, f1120s]) => ({
  code,
  name,
  journalName,
  type: TYPES[code.charAt(0)] as AccountType,
  contra: CONTRA.has(code),
  taxLines: {
    schC: schC === '-' || schC.startsWith('Sch E') ? null : schC,
    schE: schC.startsWith('Sch E') ? schC.slice('Sch E '.length) : null,
    f1120s: f1120s === '-' ? null : f1120s,
  },
  cashClass,
}));

const BY_CODE: ReadonlyMap<string, Account> = new Map(ACCOUNTS.map((account) => [account.code, account]));

/** The account with this code, or nothing: for codes that people type. */
export function findAccount(code: string): Account | undefined {
  return BY_CODE.get(code);
}

/** The account with this code. @throws RangeError when the chart has none. */
export function accountOf(code: string): Account {
  const account = BY_CODE.get(code);
  if (account === undefined) throw new RangeError(`no account ${code}`);
  return account;
}
