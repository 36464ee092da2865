/** What stands below the figures of the reports tab or opens over them; it loads together, once they are there. */
import './due-list.ts';
import './run-dialog.ts';
import './runs-list.ts';
