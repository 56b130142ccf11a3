import type { State } from '../types.ts';

/** Our own: the monitor of the table is in force and will be heard: all bases, level 8, its severity 5 unless the table says otherwise. */
export const monitorSet: State = {
  name: 'MonitorSet',
  kind: 'own',
  inputs: ['SetVariableMonitoringRequest'],
  stages: [
    { act: { sends: 'SetMonitoringBaseRequest', fields: { monitoringBase: 'All' }, answer: { status: 'Accepted' } } },
    { act: { sends: 'SetMonitoringLevelRequest', fields: { severity: '8' }, answer: { status: 'Accepted' } } },
    {
      act: {
        sends: 'SetVariableMonitoringRequest',
        merge: 'SetVariableMonitoringRequest',
        fields: { 'setMonitoringData[0].severity': '5' },
        answer: {
          'setMonitoringResult[*].status': 'Accepted',
          'setMonitoringResult[*].id': 'present',
        },
      },
    },
  ],
};
