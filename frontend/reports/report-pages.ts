/** The pages behind the first one of the reports tab; they load together when one of them is opened. */
import './compare-page.ts';
import './issue-page.ts';
import './library-page.ts';
import './run-page.ts';
import './run-progress.ts';
