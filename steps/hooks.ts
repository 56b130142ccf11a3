import { After, AfterStep, Before, BeforeStep, setDefaultTimeout } from '@cucumber/cucumber';
import type { AssayWorld } from './world.ts';

// Every wait has a deadline of its own; cucumber's would only hide whose it was.
setDefaultTimeout(-1);

Before({ name: 'take a seat at the table' }, async function (this: AssayWorld, { pickle }) {
  await this.begin(pickle);
});
BeforeStep(function (this: AssayWorld, { pickleStep }) {
  this.case.beginStep(pickleStep);
});
AfterStep(function (this: AssayWorld) {
  this.case.endStep();
});
After({ name: 'leave the device as it was found' }, async function (this: AssayWorld) {
  await this.case.end();
});
