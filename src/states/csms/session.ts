import type { State } from '../types.ts';

const accepted = { 'idTokenInfo.status': 'Accepted' };

/** Part 6, CSMS states of a charging session: our station does it, the CSMS answers. */
export const evConnectedPreSession: State = {
  name: 'EVConnectedPreSession',
  kind: 'reusable',
  reached: ({ plugged }) => plugged,
  stages: [
    {
      act: { hand: 'the EV driver', does: 'plugs in the cable' },
      expects: [
        { event: 'StatusNotificationResponse or NotifyEventResponse' },
        {
          when: ({ startsAt, transaction }) => startsAt('EVConnected') || transaction === 'running',
          event: 'TransactionEventResponse',
        },
      ],
    },
  ],
};

export const authorized: State = {
  name: 'Authorized',
  kind: 'reusable',
  inputs: ['idToken'],
  reached: ({ authorized }) => authorized,
  stages: [
    {
      act: { hand: 'the EV driver', does: 'presents <state input idToken>' },
      expects: [
        { event: 'AuthorizeResponse', fields: accepted },
        {
          when: ({ startsAt, transaction }) => startsAt('Authorized') || transaction === 'running',
          event: 'TransactionEventResponse',
          fields: accepted,
        },
      ],
    },
  ],
};

export const energyTransferStarted: State = {
  name: 'EnergyTransferStarted',
  kind: 'reusable',
  inputs: ['idToken'],
  before: [{ state: 'Authorized' }],
  reached: ({ charging, told }) => charging && told('Charging'),
  stages: [
    {
      when: ({ plugged }) => !plugged,
      act: { hand: 'the EV driver', does: 'plugs in the cable' },
      expects: [
        { event: 'StatusNotificationResponse or NotifyEventResponse' },
        { event: 'TransactionEventResponse', times: '1 to 2' },
      ],
    },
    {
      when: ({ told }) => !told('Charging'),
      expects: [{ event: 'TransactionEventResponse' }],
    },
  ],
};

export const energyTransferSuspended: State = {
  name: 'EnergyTransferSuspended',
  kind: 'reusable',
  before: [{ state: 'EnergyTransferStarted' }],
  reached: ({ suspended }) => suspended,
  stages: [
    { act: { passes: '<transaction duration> seconds' } },
    { act: { hand: 'the EV', does: 'suspends charging' }, expects: [{ event: 'TransactionEventResponse' }] },
  ],
};

export const stopAuthorized: State = {
  name: 'StopAuthorized',
  kind: 'reusable',
  inputs: ['stopped by'],
  before: [{ state: 'EnergyTransferStarted' }],
  reached: ({ stopAuthorized }) => stopAuthorized,
  stages: [
    { act: { passes: '<transaction duration> seconds' } },
    {
      act: { hand: 'the EV driver', does: 'presents <state input stopped by>' },
      expects: [
        { event: 'TransactionEventResponse', fields: accepted },
        { event: 'TransactionEventResponse', times: 'optional', fields: { 'idTokenInfo.status': 'omitted' } },
      ],
    },
  ],
};

export const evConnectedPostSession: State = {
  name: 'EVConnectedPostSession',
  kind: 'reusable',
  before: [{ state: 'StopAuthorized' }],
  reached: ({ plugged, charging, stopAuthorized }) => plugged && !charging && stopAuthorized,
  stages: [{ when: ({ charging }) => charging, expects: [{ event: 'TransactionEventResponse' }] }],
};

export const evDisconnected: State = {
  name: 'EVDisconnected',
  kind: 'reusable',
  before: [{ state: 'EVConnectedPostSession' }],
  reached: ({ plugged }) => !plugged,
  stages: [
    {
      act: { hand: 'the EV driver', does: 'unplugs the cable' },
      expects: [
        { event: 'StatusNotificationResponse or NotifyEventResponse' },
        { when: ({ transaction }) => transaction === 'running', event: 'TransactionEventResponse' },
      ],
    },
  ],
};
