/** A place where the test document contradicts itself, Part 2 or an erratum, and what we decided. */
export interface Decision {
  readonly cases: readonly string[] | 'every case';
  readonly what: string;
  readonly decided: string;
  readonly why: string;
  /** Nothing is decided yet: a failure here is nobody's fault so far. */
  readonly open?: true;
}

/** The rows of docs/disputes.md, which a test holds equal to this list. */
export const decisions: readonly Decision[] = [
  {
    cases: ['TC_A_04_CSMS', 'TC_A_07_CS'],
    what: 'cite A00.FR.50',
    decided: 'A00.FR.508',
    why: 'the number is broken by the end of a line; only .508 fits the step',
  },
  {
    cases: ['TC_A_04_CSMS', 'TC_A_07_CS'],
    what: 'A00.FR.507 asks for PEM',
    decided: 'not judged',
    why: 'a handshake carries DER; the file format cannot be seen from outside',
  },
  {
    cases: ['TC_A_04_CSMS', 'TC_A_07_CS'],
    what: 'A00.FR.321: no TLS compression',
    decided: 'not judged',
    why: 'it cannot be offered here, so there is no positive control',
  },
  {
    cases: ['TC_A_05_CS'],
    what: 'which defects of the server certificate must be refused',
    decided: 'the five of the errata from 2024-11 to 2025-04, each followed by a good connection',
    why: 'the case as printed has one; revocation and key usage are no SHALL for a station',
  },
  {
    cases: ['TC_A_05_CS'],
    what: 'one report for several refused attempts',
    decided: 'once for all or once for each',
    why: 'Part 2 leaves it open',
  },
  {
    cases: ['TC_A_06_CS'],
    what: 'a station that offers nothing below TLS 1.2 is turned away by the stack of our server',
    decided: 'counts as refused',
    why: 'the station never reaches the point at which it could abort by itself',
  },
  {
    cases: ['TC_A_08_CSMS'],
    what: 'an expired client certificate may be accepted under A00.FR.429',
    decided: 'the case presupposes a CSMS without that exception; refusal at TLS or later',
    why: 'with it, refusing would not be owed; whose certificate it is shows only with the identity in the URL',
  },
  {
    cases: ['TC_A_01_CS'],
    what: 'sets the password it then expects',
    decided: 'not set again',
    why: 'only the configured password is let in, and setting it would only make the station reconnect',
  },
  {
    cases: ['TC_A_06_CSMS'],
    what: 'one case, two requirements about the TLS version',
    decided: 'A00.FR.315 with security profile 2, A00.FR.418 with profile 3',
    why: 'each binds one profile only',
  },
  {
    cases: ['TC_A_09_CS'],
    what: 'names no reset after the new password',
    decided: 'after RebootRequired the station boots by itself, otherwise it reconnects',
    why: 'the status of the answer says which of the two is owed',
  },
  {
    cases: ['TC_A_23_CS'],
    what: 'sets the repeat count to 1 and expects 2 repetitions',
    decided: 'the count is set to 2',
    why: 'the expected result is the point of the case',
  },
  {
    cases: ['TC_B_06_CS', 'TC_B_09_CS'],
    what: 'cite B06.FR.11 and B05.FR.12, which no step exercises',
    decided: 'a step more each; B_09 also reads back what was set',
    why: 'a requirement that is cited is tested',
  },
  {
    cases: ['TC_B_02_CSMS'],
    what: 'the second answer is validated under step 3',
    decided: 'it is the answer of step 4',
    why: 'the order of the steps',
  },
  {
    cases: ['TC_B_58_CSMS'],
    what: 'unknown subprotocol: refuse the upgrade, or complete it and close',
    decided: 'both pass',
    why: 'Part 4, 3.2 and erratum 6.2.21 differ',
  },
  {
    cases: ['TC_C_15_CS'],
    what: 'MaxEnergyOnInvalidId is 10.000, and SuspendedEVSE is forbidden',
    decided: 'open until the case is written: one of the two has to go',
    why: 'a station that obeys the value suspends within seconds',
    open: true,
  },
  {
    cases: ['TC_C_39_CSMS', 'TC_C_48_CSMS'],
    what: 'tokens confused between steps',
    decided: 'start with token 1, stop with token 2; C_48: the master pass',
    why: 'otherwise the case does not do what its title says',
  },
  {
    cases: ['TC_C_42_CS'],
    what: 'step 6 names the valid token after the invalid one was shown',
    decided: 'the invalid one',
    why: 'the step before presents it',
  },
  {
    cases: ['TC_C_51_CSMS'],
    what: 'asks for a valid and a revoked certificate at once',
    decided: 'the certificate is really revoked; C07.FR.16 is asserted',
    why: 'the title and the requirement agree on it',
  },
  {
    cases: ['TC_C_54_CS'],
    what: '2024-09 drops the cached token, 2025-02 prints it again',
    decided: 'dropped',
    why: 'the later text repeats the older one by mistake',
  },
  {
    cases: ['TC_E_01_CS', 'TC_E_09_CS'],
    what: 'end before energy flows',
    decided: 'on until the energy flows',
    why: 'erratum 2025-02',
  },
  {
    cases: ['TC_E_03_CS'],
    what: 'triggerReason of the first event',
    decided: 'ChargingStateChanged passes where the power path or the energy starts the transaction',
    why: 'the sister case TC_E_02_CS says so',
  },
  {
    cases: ['TC_E_15_CS'],
    what: 'demands stoppedReason Local',
    decided: 'omitted passes as well',
    why: 'Part 2 lets it be left out when it is Local',
  },
  {
    cases: ['TC_G_06_CSMS'],
    what: 'step and validation differ',
    decided: 'the validation stands',
    why: 'it names the requirement',
  },
  {
    cases: ['TC_K_01_CSMS'],
    what: 'validFrom and validTo',
    decided: 'optional; right when present',
    why: 'optional in Part 2, and errata 2024-09 dropped them in the sister cases',
  },
  {
    cases: ['TC_K_01_CS', 'TC_K_60_CS'],
    what: 'limit; the kind of the profile is left open',
    decided: '6 A, or its power with the phases of the configuration; a kind that cannot expire during the case',
    why: 'erratum 2025-02; K01.FR.49 and .50',
  },
  {
    cases: ['TC_K_56_CS'],
    what: 'limit 8 against 6; a TransactionEvent that appears to be struck',
    decided: 'the event is optional, the queue rule holds',
    why: 'no erratum settles it',
  },
  {
    cases: ['TC_K_57_CS'],
    what: 'limit 15',
    decided: '15',
    why: 'it is not in the list of the erratum about multiplied limits',
  },
  {
    cases: ['TC_L_01_CSMS'],
    what: 'the signature of the image',
    decided: 'not verified; the signing certificate is read and judged',
    why: 'the image belongs to the CSMS and does not pass through the harness',
  },
  {
    cases: ['TC_L_06_CS'],
    what: 'order of signature status and security event',
    decided: 'any order',
    why: 'erratum 6.2.83',
  },
  {
    cases: ['TC_M_12_CS'],
    what: 'hash algorithm',
    decided: "the station's choice",
    why: 'SHA256, SHA384 and SHA512 are all legal',
  },
  {
    cases: ['TC_M_12_CSMS'],
    what: 'hash algorithm',
    decided: 'the station answers in all three, one after the other',
    why: 'the CSMS has to take each of them',
  },
  {
    cases: 'every case',
    what: 'spelling of the CALLERROR code for a malformed payload',
    decided:
      'FormatViolation; the spelling of 1.6 is outside the legal set and fails; which legal code fits is compatibility',
    why: 'Part 4, table 8',
  },
  {
    cases: 'every case',
    what: 'names of variables that an older edition spelt differently',
    decided: 'the names of the appendices of Part 2',
    why: 'the test document lags behind',
  },
  {
    cases: 'every case',
    what: 'seqNo: one counter for the whole station',
    decided: 'a warning',
    why: 'E 1.3.2.1 (normative) only asks for +1 after each event; that a transaction has no gaps is said in 1.3.2',
  },
  {
    cases: 'every case',
    what: 'chargingState in the Started event',
    decided: 'a warning when it is missing',
    why: 'only E 1.5, which is informative, says that Started always has one',
  },
  {
    cases: 'every case',
    what: 'triggerReason of the event that tells the remoteStartId, when a cable or the energy starts the transaction',
    decided: 'RemoteStart',
    why: 'F02.FR.21 and its note; TC_E_01_CS takes CablePluggedIn for the first event of whichever start',
  },
  {
    cases: 'every case',
    what: 'an event that was sent and not answered when the link was lost: is it still in the queue?',
    decided: 'a warning when it is sent again without the flag offline',
    why: 'E11.FR.07 flags what is still in the queue; whether that means unsent or unanswered is open',
  },
  {
    cases: 'every case',
    what: 'firmware status DownloadFailed, then Downloading again for the same request',
    decided: 'a warning; after any other end state it is a fail',
    why: 'an end state, but L01.FR.30 counts attempts to download',
  },
];
