import type { RigAct } from '../../rig/model/types.ts';
import type { Change } from './journal.ts';

const byRig = (what: string, act: RigAct): Change => ({ what, undo: { by: 'rig', act } });
const nameOfFault = (act: Extract<RigAct, { act: 'fault' }>) =>
  `fault ${act.fault}${act.evse === undefined ? '' : ` at EVSE ${act.evse}`}`;

/** What a rig act leaves behind, and the act that takes it away; undefined = nothing. */
export function changeByAct(act: RigAct): Change | undefined {
  switch (act.act) {
    case 'plug':
      return byRig(`cable at EVSE ${act.evse}`, { act: 'unplug', evse: act.evse });
    case 'park':
      return byRig(`car before EVSE ${act.evse}`, { act: 'leave', evse: act.evse });
    case 'power':
      return act.change === 'cut' ? byRig('power', { act: 'power', change: 'restore' }) : undefined;
    case 'network':
      return act.change === 'cut' ? byRig('network', { act: 'network', change: 'restore' }) : undefined;
    case 'fault':
      return act.change === 'raise' ? byRig(nameOfFault(act), { ...act, change: 'clear' }) : undefined;
    case 'lock':
      return act.change === 'fail' ? byRig(`lock of EVSE ${act.evse}`, { ...act, change: 'repair' }) : undefined;
    case 'tamper':
      return act.change === 'open' ? byRig('door', { act: 'tamper', change: 'close' }) : undefined;
    default:
      return undefined;
  }
}

/** What this act has taken away again. */
export function undoneByAct(act: RigAct): string | undefined {
  switch (act.act) {
    case 'unplug':
      return `cable at EVSE ${act.evse}`;
    case 'leave':
      return `car before EVSE ${act.evse}`;
    case 'power':
      return act.change === 'cut' ? undefined : 'power';
    case 'network':
      return act.change === 'restore' ? 'network' : undefined;
    case 'fault':
      return act.change === 'clear' ? nameOfFault(act) : undefined;
    case 'lock':
      return act.change === 'repair' ? `lock of EVSE ${act.evse}` : undefined;
    case 'tamper':
      return act.change === 'close' ? 'door' : undefined;
    default:
      return undefined;
  }
}
