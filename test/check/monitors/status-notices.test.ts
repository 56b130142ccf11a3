import { describe, expect, it } from 'vitest';
import { firmwareStatus } from '../../../src/check/monitors/firmware-status.ts';
import { logStatus } from '../../../src/check/monitors/log-status.ts';
import { csms, Stream, sightings, station } from './stream.ts';

class Notices extends Stream {
  update(requestId = 1, firmware: Readonly<Record<string, unknown>> = {}, status = 'Accepted'): this {
    const image = { location: 'https://127.0.0.1/x', retrieveDateTime: this.time(), ...firmware };
    return this.exchange(csms, 'UpdateFirmware', { requestId, firmware: image }, { status });
  }
  firmware(...statuses: readonly string[]): this {
    for (const status of statuses) this.notice('FirmwareStatusNotification', status, 1);
    return this;
  }
  getLog(requestId = 1): this {
    const log = { remoteLocation: 'https://127.0.0.1/x' };
    return this.exchange(csms, 'GetLog', { requestId, logType: 'SecurityLog', log }, { status: 'Accepted' });
  }
  log(...statuses: readonly string[]): this {
    for (const status of statuses) this.notice('LogStatusNotification', status, 1);
    return this;
  }
  notice(action: string, status: string, requestId?: number): this {
    return this.exchange(station, action, { status, ...(requestId === undefined ? {} : { requestId }) }).pass(1);
  }
  trigger(requestedMessage: string): this {
    return this.exchange(csms, 'TriggerMessage', { requestedMessage }, { status: 'Accepted' });
  }
}
const signed = { signature: 'AA', signingCertificate: 'BB' };
const cited = (monitor: typeof firmwareStatus, stream: Stream) =>
  sightings(monitor, stream).map(({ requirement, level = 'SHALL' }) => `${requirement} ${level}`);
const firmware = (stream: Stream) => cited(firmwareStatus, stream);
const log = (stream: Stream) => cited(logStatus, stream);
const done = ['Downloading', 'Downloaded', 'SignatureVerified', 'Installing'] as const;

describe('monitor firmware-status', () => {
  it('good: one state after the other, over the reboot', () => {
    const stream = new Notices().update(1, signed).firmware(...done, 'InstallRebooting');
    expect(firmware(stream.closed().open().boot().firmware('Installed'))).toEqual([]);
  });
  it.each([
    ['retries are told or not', ['Downloading', 'Downloading', 'Downloaded', 'Installing', 'Installed']],
    ['paused and scheduled', ['DownloadScheduled', 'Downloading', 'DownloadPaused', 'Downloading', 'Downloaded']],
    ['Installing left out', ['Downloading', 'Downloaded', 'InstallScheduled', 'InstallRebooting', 'Installed']],
    ['a failure that reboots', ['Downloaded', 'Installing', 'InstallationFailed', 'InstallRebooting']],
    ['a failure with its cause', ['Downloaded', 'InstallVerificationFailed', 'InstallationFailed']],
    ['an end that is told again', ['Downloaded', 'Installing', 'Installed', 'Installed']],
  ])('legal but odd: %s', (_, statuses) => {
    expect(firmware(new Notices().update().firmware(...statuses))).toEqual([]);
  });
  it('legal but odd: an update from before the stream, one that is interrupted, one that is cancelled, a new one', () => {
    expect(firmware(new Notices().firmware('Installing', 'Installed'))).toEqual([]);
    expect(firmware(new Notices().update().firmware('Downloading').boot().firmware('Installing'))).toEqual([]);
    const cancelled = new Notices()
      .firmware('Downloading')
      .update(2, {}, 'AcceptedCanceled')
      .firmware('DownloadFailed');
    expect(firmware(cancelled.notice('FirmwareStatusNotification', 'Downloading', 2))).toEqual([]);
    const twice = new Notices().update().firmware('Downloading', 'DownloadFailed').update().firmware('Downloading');
    expect(firmware(twice)).toEqual([]);
  });
  it('legal but odd: Idle, and any last status, when triggered', () => {
    const stream = new Notices().heartbeat().trigger('FirmwareStatusNotification');
    expect(firmware(stream.notice('FirmwareStatusNotification', 'Idle'))).toEqual([]);
  });
  it.each([
    ['Installing before Downloaded', ['Downloading', 'Installing'], 'L01.FR.01 SHALL'],
    ['going on after a bad signature', ['Downloaded', 'InvalidSignature', 'Downloading'], 'L01.FR.01 SHALL'],
    ['Installed after it failed', ['Downloaded', 'InstallationFailed', 'Installed'], 'L01.FR.01 SHALL'],
    ['Installing after Installed', ['Downloaded', 'Installed', 'Installing'], 'L01.FR.01 SHALL'],
    ['failed, and tried again', ['Downloading', 'DownloadFailed', 'Downloading', 'Downloaded'], 'L01.FR.30 SHOULD'],
  ])('bad: %s', (_, statuses, cite) => {
    expect(firmware(new Notices().update().firmware(...statuses))).toEqual([cite]);
  });
  it('bad: a signed image is installed and its signature was never told', () => {
    expect(firmware(new Notices().update(1, signed).firmware('Downloaded', 'Installing'))).toEqual(['L01.FR.01 SHALL']);
  });
  it('bad: no requestId, a wrong one, Idle that nobody asked for', () => {
    expect(firmware(new Notices().notice('FirmwareStatusNotification', 'Downloading'))).toEqual(['L01.FR.20 SHALL']);
    expect(firmware(new Notices().update(2).firmware('Downloading'))).toEqual(['L01.FR.10 SHALL']);
    expect(firmware(new Notices().heartbeat().notice('FirmwareStatusNotification', 'Idle'))).toEqual([
      'Part 2, 3.33 Idle SHALL',
    ]);
  });
});

describe('monitor log-status', () => {
  it.each([
    ['good', ['Uploading', 'Uploaded']],
    ['a retry', ['Uploading', 'UploadFailure', 'Uploading', 'Uploaded']],
    ['a failure at once', ['PermissionDenied']],
    ['cancelled', ['Uploading', 'AcceptedCanceled']],
    ['told again', ['Uploading', 'Uploading', 'Uploaded', 'Uploaded']],
  ])('legal: %s', (_, statuses) => {
    expect(log(new Notices().getLog().log(...statuses))).toEqual([]);
  });
  it('legal but odd: no requestId when triggered and nothing goes on; an upload from before the stream', () => {
    const stream = new Notices().getLog().log('Uploading', 'Uploaded').trigger('LogStatusNotification');
    expect(log(stream.notice('LogStatusNotification', 'Idle').notice('LogStatusNotification', 'Uploaded'))).toEqual([]);
    expect(log(new Notices().log('Uploaded'))).toEqual([]);
  });
  it.each([
    ['Uploaded and never Uploading', ['Uploaded'], 'N01.FR.08 SHALL'],
    ['Uploading after Uploaded', ['Uploading', 'Uploaded', 'Uploading'], 'N01.FR.02 SHALL'],
  ])('bad: %s', (_, statuses, cite) => {
    expect(log(new Notices().getLog().log(...statuses))).toEqual([cite]);
  });
  it('bad: no requestId, a wrong one, Idle that nobody asked for', () => {
    expect(log(new Notices().notice('LogStatusNotification', 'Uploaded'))).toEqual(['N01.FR.13 SHALL']);
    expect(log(new Notices().trigger('LogStatusNotification').notice('LogStatusNotification', 'Uploading'))).toEqual([
      'N01.FR.13 SHALL',
    ]);
    expect(log(new Notices().getLog(2).log('Uploading'))).toEqual(['N01.FR.07 SHALL']);
    expect(log(new Notices().heartbeat().notice('LogStatusNotification', 'Idle'))).toEqual(['Part 2, 3.87 Idle SHALL']);
  });
});
