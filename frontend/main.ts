import './early.ts';
import './shell/app.ts';
