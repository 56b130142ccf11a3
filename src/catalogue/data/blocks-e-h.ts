// id | title | use cases | requirements | profiles | edition (+ an erratum bears on the case) | page of Part 6
export const blocksEToH = `
TC_E_01_CS | Start transaction options - PowerPathClosed | E01(S5) | E01.FR.05,E01.FR.07,E01.FR.10,E01.FR.15,E01.FR.16 | Core C C-09.4 and (C-51 or NOT (C-09.1 or C-09.2 or C-09.3 or C-09.6)) | 3+ | 167
TC_E_02_CS | Start transaction options - EnergyTransfer | E01(S6) | E01.FR.06,E01.FR.07,E01.FR.10,E01.FR.15,E01.FR.16 | Core C C-09.5 and (C-51 or NOT (C-09.1 or C-09.2 or C-09.3 or C-09.4 or C-09.6)) | 3 | 168
TC_E_03_CS | Local start transaction - Cable plugin first - Success | E02,C01,C02,C04,C06 | E02.FR.01,E02.FR.05,E02.FR.06,E02.FR.07,E02.FR.13,E02.FR.15,E02.FR.16,E02.FR.17,E01.FR.16,C01.FR.02,C02.FR.01,C06.FR.02 | Core C NOT AQ-2 and (C-30 - C-35 or ISO 15118 support) | 3 | 180
TC_E_04_CS | Local start transaction - Authorization first - Success | E03,C01,C02,C04,C06 | E03.FR.01,E03.FR.06,E03.FR.12,E01.FR.16,C01.FR.02,C02.FR.01,C06.FR.02 | Core C C-30 or C-31 or C-32 or C-33 or C-35 | 3+ | 181
TC_E_05_CS | Local start transaction - Authorization first - Cable plugin timeout | E03,C01,C02,C04,C06 | E03.FR.01,E03.FR.05,E03.FR.06,E03.FR.12,C01.FR.02,C02.FR.01,C06.FR.02 | Core C C-30 - C-35 or ISO 15118 support | 3 | 182
TC_E_06_CS | Local Stop Transaction - Accepted | E07,C01,C02,C04 | E07.FR.04,E06.FR.15,C01.FR.03 | Core C C-30 or C-31 or C-32 or C35 | 3 | 185
TC_E_07_CS | Stop transaction options - PowerPathClosed - Local stop | E06(S5) | E06.FR.06,E06.FR.15 | Core C C-10.3 and (C-52 or NOT C-10.2) and (C-30 or C-31 or C-32 or C35) | 3 | 186
TC_E_08_CS | Stop transaction options - EnergyTransfer stopped - StopAuthorized | E06(S6) | E06.FR.07,E06.FR.15 | Core C C-10.4 and (C-52 or NOT (C-10.2 or C- 10.3)) | 3 | 189
TC_E_09_CS | Start transaction options - EVConnected | E01(S2) | E01.FR.02,E01.FR.07,E01.FR.10,E01.FR.15,E01.FR.16 | Core C C-09.1 and (C-51 or NOT C-09.6) | 3+ | 169
TC_E_10_CS | Start transaction options - Authorized - Local | E01(S3),C01,C02,C04,C06 | E01.FR.03,E01.FR.07,E01.FR.10,E01.FR.15,E01.FR.16,C01.FR.02,C02.FR.01,C06.FR.02 | Core C C-09.2 and (C-30 - C-35 or ISO 15118 support) | 3+ | 170
TC_E_11_CS | Start transaction options - DataSigned | E01(S4) | E01.FR.04,E01.FR.07,E01.FR.10,E01.FR.15,E01.FR.16 | Core C C-09.3 and (C-51 or NOT (C-09.1 or C-09.2 or C-09.6)) | 3 | 172
TC_E_12_CS | Start transaction options - ParkingBayOccupied | E01(S1) | E01.FR.01,E01.FR.07,E01.FR.10,E01.FR.15,E01.FR.16 | Core C C-09.6 | 3+ | 174
TC_E_13_CS | Start transaction options - Authorized - Remote | E01(S3),F02 | E01.FR.03,F01.FR.03,F01.FR.04,F01.FR.06,F01.FR.19,F02.FR.01 | Core C C-09.2 | 3+ | 171
TC_E_14_CS | Stop transaction options - EVDisconnected - Charging Station side | E06(S2) | E06.FR.02,E06.FR.15 | Core C HFS-1 and C-10.1 and (C-52 or NOT (C-10.2 or C-10.3 or C-10.4)) | 3+ | 191
TC_E_15_CS | Stop transaction options - StopAuthorized - Local | E06(S3) | E06.FR.03,E06.FR.15 | Core C C-10.2 and (C-30 or C- 31 or C-32 or C35) | 3 | 194
TC_E_16_CS | Stop transaction options - Deauthorized - Invalid idToken | E06(S3) | E06.FR.04,E06.FR.15,C15.FR.04 | Core C (C-10.2 or C-10.3) and (C-30 - C-32 or ISO 15118 support) and C- 01 | 3 | 175
TC_E_17_CS | Stop transaction options - Deauthorized - EV side disconnect | E06(S3) | E06.FR.04,E06.FR.15 | Core C C-10.2 and C-06.2 and AQ-9 and NOT (NOT C-52 and (C-10.1 or C-10.3 or C-10.4)) | 3+ | 176
TC_E_19_CS | Stop transaction options - ParkingBayUnoccupied | E06(S1) | E06.FR.01,E06.FR.15 | Core C C-10.5 and (C-52 or NOT (C-10.1 or C-10.2 or C-10.3 or C-10.4)) | 3 | 196
TC_E_20_CS | Stop transaction options - EVDisconnected - EV side (able to charge IEC 61851-1 EV) | E06(S2),E10 | E06.FR.02,E06.FR.15 | Core C (C-10.1 AND (NOT (NOT C-52 AND (C-10.3 or C-10.4))) AND NOT (NOT C.06.1 AND NOT C-52 AND C-10.2)) AND (AQ-9 OR Product Subtype "Mode 1/2- only Charging Station") | 3 | 192
TC_E_21_CS | Stop transaction options - StopAuthorized - Remote | E06(S3),F03 | E06.FR.03,E06.FR.15,F03.FR.09 | Core C C-10.2 | 3 | 195
TC_E_22_CS | Stop transaction options - EnergyTransfer stopped - SuspendedEV | E06(S6) | E06.FR.07,E06.FR.15 | Core C C-10.4 | 3+ | 190
TC_E_24_CS | Disconnect cable on EV-side - Deauthorize transaction - UnlockOnEVSideDisconnect is true | E09 | E09.FR.01,E09.FR.02,E09.FR.04 | Core C HFS-1 and C-06.2 and C-12.1 and AQ-9 and NOT Product Subtype "Mode 1/2-only Charging Station" | 3 | 197
TC_E_25_CS | Disconnect cable on EV-side - Deauthorize transaction - UnlockOnEVSideDisconnect is false | E09 | E09.FR.01,E09.FR.03,E09.FR.04 | Core C C-06.2 and C-12.2 and (AQ-9 OR Product Subtype "Mode 1/2- only Charging Station") | 3 | 198
TC_E_26_CS | Disconnect cable on EV-side - Suspend transaction | E10 | E10.FR.01,E10.FR.03 | Core C (C-10.2 or C-10.5) and (C-52 or NOT (C-10.1 or C-10.3 or C-10.4)) and C-06.1 and C-12.2 and AQ-9 and NOT Product Subtype "Mode 1/2-only Charging Station" | 3 | 199
TC_E_27_CS | Disconnect cable on EV-side - Suspend transaction - Fixed cable connection timeout | E10 | E10.FR.02,E10.FR.03 | Core C (C-10.2 or C-10.5) and (C-52 or NOT (C-10.1 or C-10.3 or C-10.4)) and C-06.1 and C-12.2 and HFS-2 and AQ-9 and NOT Product Subtype "Mode 1/2- only Charging Station" | 3+ | 201
TC_E_28_CS | Check Transaction status - TransactionId unknown | E14 | E14.FR.01 | Core M | 3 | 203
TC_E_29_CS | Check Transaction status - Transaction with id ongoing - with message in queue | E14 | E14.FR.02,E14.FR.04 | Core M | 3 | 204
TC_E_30_CS | Check Transaction status - Transaction with id ongoing - without message in queue | E14 | E14.FR.02,E14.FR.05 | Core M | 3 | 205
TC_E_31_CS | Check Transaction status - Transaction with id ended - with message in queue | E14 | E14.FR.03,E14.FR.04 | Core C NOT ( NOT (C-30 - C-35) AND (NOT C-10.1 AND NOT C-10.3 AND NOT C- 10.4 AND NOT C-10.5) AND NOT C-06.2 ) | 3+ | 206
TC_E_32_CS | Check Transaction status - Transaction with id ended - without message in queue | E14 | E14.FR.03,E14.FR.05 | Core M | 3 | 208
TC_E_33_CS | Check Transaction status - Without transactionId - with message in queue | E14 | E14.FR.06,E14.FR.07 | Core M | 3 | 209
TC_E_34_CS | Check Transaction status - Without transactionId - without message in queue | E14 | E14.FR.06,E14.FR.08 | Core M | 3 | 210
TC_E_35_CS | Stop transaction options - PowerPathClosed - Remote stop | E06(S5) | E06.FR.06,E06.FR.15 | Core C C-10.3 and (C-52 or NOT C-10.2) | 3+ | 187
TC_E_37_CS | Stop transaction options - PowerPathClosed - EV side disconnect | E06(S5) | E06.FR.06,E06.FR.15 | Core C C-10.3 and (C-52 or NOT (C-10.1 or C- 10.4)) AND (AQ-9 OR Product Subtype "Mode 1/2-only Charging Station") | 3 | 188
TC_E_38_CS | Local start transaction - EV not ready | E03 |  | Core C NOT C-09.5 and NOT Product Subtype "Mode 1/2-only Charging Station" | 3 | 183
TC_E_39_CS | Stop transaction options - Deauthorized - timeout | E06(S3) | E06.FR.04,E06.FR.15 | Core M | 3+ | 178
TC_E_40_CS | Offline Behaviour - Connection loss during transaction | E11 | E11.FR.01,E11.FR.02,E11.FR.06 | Core M | 3 | 211
TC_E_41_CS | Retry sending transaction message when failed - Max retry count reached | E13 | E13.FR.01,E13.FR.02,E13.FR.03,E13.FR.04 | Core M | 3 | 212
TC_E_42_CS | Retry sending transaction message when failed - Success before reaching the max retry count | E13 | E13.FR.01,E13.FR.02,E13.FR.03 | Core M | 3 | 214
TC_E_43_CS | Offline Behaviour - Transaction during offline period | E12 | E12.FR.01,E12.FR.02,E12.FR.06 | Core C (C-01 and (C-30 - C-34 or ISO 15118 support)) or C-35 | 3+ | 216
TC_E_44_CS | Offline Behaviour - Stop transaction during offline period | E08 | E08.FR.01,E08.FR.04,E08.FR.05,E08.FR.06,E08.FR.07,E08.FR.08 | Core C C-30 - C-35 or ISO 15118 support | 3 | 217
TC_E_45_CS | Offline Behaviour - Stop transaction during offline period - Same GroupId | E08 | E08.FR.02,E08.FR.04,E08.FR.05,E08.FR.06,E08.FR.07,E08.FR.08 | Core C (C-30 or C-31 or C-32 or C-34) and (Local Authorization List Management or C-49) | 3+ | 218
TC_E_46_CS | End of charging process 15118 | E15 | E15.FR.04,E15.FR.05 | ISO15118 M | 3+ | 219
TC_E_50_CS | Retry sending transaction message when failed - Max retry count reached - CallError | E13 | E13.FR.01,E13.FR.02,E13.FR.03,E13.FR.04 | Core M | 3 | 213
TC_E_51_CS | Retry sending transaction message when failed - Success before reaching the max retry count - CallError | E13 | E13.FR.01,E13.FR.02,E13.FR.03 | Core M | 3 | 215
TC_E_52_CS | Local start transaction - Authorization first - DisableRemoteAuthorization | E03,C01 | C01.FR.02,C01.FR.05 | Core C C-58 and (C-30 or C-31 or C-32 or C-34) and (C-49 or Local Authorization List Management) | 3+ | 184
TC_E_54_CS | Stop transaction options - EVDisconnected - EV side (not able to charge IEC 61851-1 EV) | E06(S2),E10 | E06.FR.02,E06.FR.15 | Core C C-10.1 AND (NOT (NOT C-52 AND (C-10.2 or C- 10.3 or C-10.4))) AND (HFS-4 OR ISO15118 support) AND NOT Product Subtype "Mode 1/2-only Charging Station" | 3 | 193
TC_E_01_CSMS | Start transaction options - PowerPathClosed | E01(S5) | E01.FR.05 | Core M | 3 | 648
TC_E_02_CSMS | Start transaction options - EnergyTransfer | E01(S6) | E01.FR.06 | Core M | 3 | 650
TC_E_03_CSMS | Local start transaction - Cable plugin first - Success | E02 | E02.FR.02 | Core M | 3 | 651
TC_E_04_CSMS | Local start transaction - Authorization first - Success | E03 | E03.FR.02 | Core M | 3 | 652
TC_E_07_CSMS | Stop transaction options - PowerPathClosed - Local stop | E06(S5) | E06.FR.06 | Core M | 3 | 664
TC_E_08_CSMS | Stop transaction options - EnergyTransfer stopped - StopAuthorized | E06(S6) | E06.FR.07 | Core M | 3 | 665
TC_E_09_CSMS | Start transaction options - EVConnected | E01(S2) | E01.FR.02 | Core M | 3 | 658
TC_E_10_CSMS | Start transaction options - Authorized - Local | E01(S3) | E01.FR.03 | Core M | 3 | 659
TC_E_11_CSMS | Start transaction options - DataSigned | E01(S4) | E01.FR.04 | Core M | 3 | 660
TC_E_12_CSMS | Start transaction options - ParkingBayOccupied | E01(S1) | E01.FR.01 | Core M | 3 | 662
TC_E_14_CSMS | Stop transaction options - EVDisconnected - Charging Station side | E06(S2) | E06.FR.02 | Core M | 3 | 654
TC_E_15_CSMS | Stop transaction options - StopAuthorized - Local | E06(S3) | E06.FR.03 | Core M | 3 | 656
TC_E_16_CSMS | Stop transaction options - Deauthorized - Invalid idToken | E06(S3) | E06.FR.04,E01.FR.11,E01.FR.12 | Core M | 3 | 666
TC_E_17_CSMS | Stop transaction options - Deauthorized - EV side disconnect | E06(S3) | E06.FR.04 | Core M | 3 | 667
TC_E_19_CSMS | Stop transaction options - ParkingBayUnoccupied | E06(S1) | E06.FR.01 | Core M | 3 | 669
TC_E_20_CSMS | Stop transaction options - EVDisconnected - EV side (able to charge IEC 61851-1 EV) | E06(S2),E10 | E06.FR.02 | Core M | 3 | 655
TC_E_21_CSMS | Stop transaction options - StopAuthorized - Remote | E06(S3),F03 | E06.FR.03,F03.FR.01,F03.FR.09,F03.FR.10 | Core M | 3 | 657
TC_E_22_CSMS | Stop transaction options - EnergyTransfer stopped - SuspendedEV | E06(S6) | E06.FR.07 | Core M | 3 | 668
TC_E_26_CSMS | Disconnect cable on EV-side - Suspend transaction | E10 | E10.FR.01 | Core M | 3 | 670
TC_E_29_CSMS | Check Transaction status - Transaction with id ongoing - with message in queue | E14 | E14.FR.02,E14.FR.04 | Core C C-16 | 3 | 671
TC_E_30_CSMS | Check Transaction status - Transaction with id ongoing - without message in queue | E14 | E14.FR.02,E14.FR.05 | Core C C-16 | 3 | 672
TC_E_31_CSMS | Check Transaction status - Transaction with id ended - with message in queue | E14 | E14.FR.03,E14.FR.04 | Core C C-16 | 3 | 673
TC_E_33_CSMS | Check Transaction status - Without transactionId - with message in queue | E14 | E14.FR.06,E14.FR.07 | Core C C-16 | 3 | 675
TC_E_34_CSMS | Check Transaction status - Without transactionId - without message in queue | E14 | E14.FR.06,E14.FR.08 | Core C C-16 | 3 | 676
TC_E_38_CSMS | Local start transaction - EV not ready | E03 |  | Core M | 3 | 663
TC_E_39_CSMS | Stop transaction options - Deauthorized - timeout | E03,E06 | E03.FR.04,E03.FR.05,E06.FR.04 | Core M | 3 | 653
TC_E_53_CSMS | Reset Sequence Number - CSMS accepting seqNo = 0 at start of transaction | E01 | E01.FR.07 | Core M | 3 | 677
TC_F_01_CS | Remote start transaction - Cable plugin first | F01 | F01.FR.03,F01.FR.04,F01.FR.05,F01.FR.13,F01.FR.17,F01.FR.19,F02.FR.01 | Core C NOT AQ-2 and (C-36 -(or) C-39) | 3 | 220
TC_F_02_CS | Remote start transaction - Remote start first - AuthorizeRemoteStart is true | F02 | F02.FR.01,F01.FR.01 | Core C C-48.1 and (C-36 -(or) C-39) | 3 | 221
TC_F_03_CS | Remote start transaction - Remote start first - AuthorizeRemoteStart is false | F02 | F02.FR.01,F01.FR.02 | Core C C-48.2 and (C-36 -(or) C-39) | 3 | 222
TC_F_04_CS | Remote start transaction - Remote start first - Cable plugin timeout | F02,E03 | F02.FR.01,E03.FR.01,E03.FR.05 | Core M | 3+ | 223
TC_F_05_CS | Remote unlock Connector - With ongoing transaction | F05 | F05.FR.01,F05.FR.02 | Core C HFS-1 and NOT Product Subtype "Mode 1/2-only Charging Station" | 3 | 224
TC_F_06_CS | Remote unlock Connector - Without ongoing transaction - Accepted | F05 | F05.FR.01,F05.FR.04 | Core C HFS-1 and NOT Product Subtype "Mode 1/2- only Charging Station" | 3 | 225
TC_F_07_CS | Remote unlock Connector - Without ongoing transaction - No cable connected | F05 | F05.FR.01,F05.FR.06 | Core C HFS-1 and NOT Product Subtype "Mode 1/2-only Charging Station" | 3 | 226
TC_F_08_CS | Remote stop transaction - Success | F03 | F03.FR.02,F03.FR.03,F03.FR.07,F03.FR.09 | Core M | 3 | 227
TC_F_09_CS | Remote stop transaction - Rejected | F03 | F03.FR.08 | Core M | 3 | 228
TC_F_10_CS | Remote unlock Connector - Without ongoing transaction - UnknownConnector | F05 | F05.FR.03 | Core C HFS-1 and NOT Product Subtype "Mode 1/2-only Charging Station" | 3 | 229
TC_F_11_CS | Trigger message - MeterValues - Specific EVSE | F06 | F06.FR.02,F06.FR.04,F06.FR.05,F06.FR.06,F06.FR.10 | Core C C-29.1 | 3 | 230
TC_F_12_CS | Trigger message - MeterValues - All EVSE | F06 | F06.FR.04,F06.FR.05,F06.FR.06,F06.FR.10,F06.FR.11 | Core C C-29.1 | 3 | 231
TC_F_13_CS | Trigger message - TransactionEvent - Specific EVSE | F06 | F06.FR.02,F06.FR.04,F06.FR.05,F06.FR.07,F06.FR.10 | Core C C-29.2 | 3 | 232
TC_F_14_CS | Trigger message - TransactionEvent - All EVSE | F06 | F06.FR.04,F06.FR.05,F06.FR.07,F06.FR.10,F06.FR.11 | Core C C-29.2 | 3 | 233
TC_F_15_CS | Trigger message - LogStatusNotification - Idle | F06 | F06.FR.04,F06.FR.05,F06.FR.10,F06.FR.15 | Core C C-29.3 | 3 | 234
TC_F_16_CS | Trigger message - LogStatusNotification - Uploading | F06 | F06.FR.04,F06.FR.05,F06.FR.10,F06.FR.14 | Core C C-29.3 | 3 | 235
TC_F_17_CS | Trigger message - FirmwareStatusNotification - Specific EVSE not relevant | F06 | F06.FR.03,F06.FR.04,F06.FR.05,F06.FR.10 | Core C C-29.4 | 3 | 236
TC_F_18_CS | Trigger message - FirmwareStatusNotification - Idle | F06 | F06.FR.04,F06.FR.05,F06.FR.10,F06.FR.16,L01.FR.25 | Core C C-29.4 | 3 | 237
TC_F_19_CS | Trigger message - FirmwareStatusNotification - Downloading | F06 | F06.FR.04,F06.FR.05,F06.FR.10,L01.FR.26 | Core C C-29.4 | 3+ | 238
TC_F_20_CS | Trigger message - Heartbeat | F06 | F06.FR.04,F06.FR.05,F06.FR.10 | Core M | 3 | 239
TC_F_23_CS | Trigger message - StatusNotification - Specific EVSE - Available | F06 | F06.FR.02,F06.FR.04,F06.FR.05,F06.FR.10 | Core C C-29.5 | 3 | 240
TC_F_24_CS | Trigger message - StatusNotification - Specific EVSE - Occupied | F06 | F06.FR.02,F06.FR.04,F06.FR.05,F06.FR.10 | Core C C-29.5 | 3 | 241
TC_F_26_CS | Trigger message - BootNotification - Rejected | F06 | F06.FR.04,F06.FR.05,F06.FR.17 | Core C C-29.6 | 3 | 242
TC_F_27_CS | Trigger message - NotImplemented | F06 | F06.FR.08 | Core C NOT AQ-11 | 3+ | 243
TC_F_01_CSMS | Remote start transaction - Cable plugin first | F01 |  | Core M | 3 | 678
TC_F_02_CSMS | Remote start transaction - Remote start first - AuthorizeRemoteStart is true | F02 | F02.FR.01,F01.FR.01 | Core M | 3 | 679
TC_F_03_CSMS | Remote start transaction - Remote start first - AuthorizeRemoteStart is false | F02 | F02.FR.01,F01.FR.02 | Core M | 3 | 680
TC_F_04_CSMS | Remote start transaction - Remote start first - Cable plugin timeout | F02,E03 | E03.FR.04,E03.FR.05 | Core M | 3 | 681
TC_F_06_CSMS | Remote unlock Connector - Without ongoing transaction - Accepted | F05 |  | Core C C-11 | 3 | 682
TC_F_11_CSMS | Trigger message - MeterValues - Specific EVSE | F06 | F06.FR.01,F06.FR.02 | Core C C-29.1 | 3 | 683
TC_F_12_CSMS | Trigger message - MeterValues - All EVSE | F06 | F06.FR.01 | Core C C-29.1 | 3 | 684
TC_F_13_CSMS | Trigger message - TransactionEvent - Specific EVSE | F06 | F06.FR.01,F06.FR.02 | Core C C-29.2 | 3 | 685
TC_F_14_CSMS | Trigger message - TransactionEvent - All EVSE | F06 | F06.FR.01 | Core C C-29.2 | 3 | 686
TC_F_15_CSMS | Trigger message - LogStatusNotification - Idle | F06 | F06.FR.01 | Core C C-29.3 | 3 | 687
TC_F_18_CSMS | Trigger message - FirmwareStatusNotification - Idle | F06 | F06.FR.01 | Core C C-29.4 | 3 | 688
TC_F_20_CSMS | Trigger message - Heartbeat | F06 | F06.FR.01 | Core M | 3 | 689
TC_F_23_CSMS | Trigger message - StatusNotification - Specific EVSE - Available | F06 | F06.FR.01,F06.FR.02,F06.FR.13 | Core C C-29.5 | 3 | 690
TC_F_24_CSMS | Trigger message - StatusNotification - Specific EVSE - Occupied | F06 | F06.FR.01,F06.FR.02,F06.FR.13 | Core C C-29.5 | 3 | 691
TC_F_27_CSMS | Trigger message - NotImplemented | F06 | F06.FR.08 | Core M | 3 | 693
TC_G_01_CS | Connector status Notification - Available to Occupied | G01,N07 | G01.FR.01,N07.FR.19 | Core M | 3 | 244
TC_G_02_CS | Connector status Notification - Occupied to Available | G01,N07 | G01.FR.01,N07.FR.19 | Core M | 3 | 245
TC_G_03_CS | Change Availability EVSE - Operative to inoperative | G03 | G03.FR.01,G03.FR.02,G03.FR.04,G03.FR.06 | Core M | 3 | 246
TC_G_04_CS | Change Availability EVSE - Inoperative to operative | G03 | G03.FR.01,G03.FR.02,G03.FR.04,G03.FR.07 | Core M | 3 | 247
TC_G_05_CS | Change Availability Charging Station - Operative to inoperative | G04 | G04.FR.01,G04.FR.02,G04.FR.03,G04.FR.05,G04.FR.07 | Core M | 3 | 248
TC_G_06_CS | Change Availability Charging Station - Inoperative to operative | G04 | G04.FR.01,G04.FR.02,G04.FR.03,G04.FR.05,G04.FR.08 | Core M | 3 | 249
TC_G_07_CS | Change Availability Connector - Operative to inoperative | G03 | G03.FR.01,G03.FR.02,G03.FR.04,G03.FR.06 | Core M | 3 | 250
TC_G_08_CS | Change Availability Connector - Inoperative to operative | G03 | G03.FR.01,G03.FR.02,G03.FR.04,G03.FR.07 | Core M | 3 | 251
TC_G_09_CS | Change Availability EVSE - Operative to operative | G03 | G03.FR.01,G03.FR.02,G03.FR.03,G03.FR.04 | Core M | 3 | 252
TC_G_10_CS | Change Availability EVSE - Inoperative to inoperative | G03 | G03.FR.01,G03.FR.02,G03.FR.03,G03.FR.04 | Core M | 3 | 253
TC_G_11_CS | Change Availability EVSE - With ongoing transaction | G03 | G03.FR.01,G03.FR.02,G03.FR.04,G03.FR.05 | Core M | 3 | 254
TC_G_12_CS | Change Availability Charging Station - Operative to operative | G04 | G04.FR.01,G04.FR.02,G04.FR.03,G04.FR.04,G04.FR.05 | Core M | 3 | 255
TC_G_13_CS | Change Availability Charging Station - Inoperative to inoperative | G04 | G04.FR.01,G04.FR.02,G04.FR.03,G04.FR.04,G04.FR.05 | Core M | 3 | 256
TC_G_14_CS | Change Availability Charging Station - With ongoing transaction | G04 | G04.FR.01,G04.FR.02,G04.FR.03,G04.FR.05,G04.FR.06 | Core M | 3 | 257
TC_G_15_CS | Change Availability Connector - Operative to operative | G03 | G03.FR.01,G03.FR.02,G03.FR.03,G03.FR.04 | Core M | 3 | 259
TC_G_16_CS | Change Availability Connector - Inoperative to inoperative | G03 | G03.FR.01,G03.FR.02,G03.FR.03,G03.FR.04 | Core M | 3 | 260
TC_G_17_CS | Change Availability Connector - With ongoing transaction | G03 | G03.FR.01,G03.FR.02,G03.FR.04,G03.FR.05 | Core M | 3 | 261
TC_G_18_CS | Change Availability EVSE - state persists across reboot | G03 | G03.FR.08,G01.FR.01 | Core M | 3 | 263
TC_G_19_CS | Change Availability Connector - state persists across reboot | G03 | G03.FR.08 | Core M | 3 | 264
TC_G_20_CS | Connector status Notification - Lock Failure | G05 | G05.FR.01,G05.FR.02 |  | 3 | 265
TC_G_21_CS | Change Availability Charging Station - state persists across reboot | G04 | G04.FR.09 | Core M | 3 | 266
TC_G_03_CSMS | Change Availability EVSE - Operative to inoperative | G03 |  | Core M | 3 | 694
TC_G_04_CSMS | Change Availability EVSE - Inoperative to operative | G03 |  | Core M | 3 | 695
TC_G_05_CSMS | Change Availability Charging Station - Operative to inoperative | G04 |  | Core M | 3 | 696
TC_G_06_CSMS | Change Availability Charging Station - Inoperative to operative | G04 |  | Core M | 3 | 697
TC_G_07_CSMS | Change Availability Connector - Operative to inoperative | G03 |  | Core M | 3 | 698
TC_G_08_CSMS | Change Availability Connector - Inoperative to operative | G03 |  | Core M | 3 | 699
TC_G_11_CSMS | Change Availability EVSE - With ongoing transaction | G03 |  | Core M | 3 | 700
TC_G_14_CSMS | Change Availability Charging Station - With ongoing transaction | G04 |  | Core M | 3 | 701
TC_G_17_CSMS | Change Availability Connector - With ongoing transaction | G03 |  | Core M | 3 | 702
TC_G_20_CSMS | Connector status Notification - Lock Failure | G05 | G05.FR.03 | Core M | 3 | 703
TC_H_01_CS | Reserve a specific EVSE - Accepted - Valid idToken | H01(S2),H03 | H01.FR.15,H03.FR.01,H03.FR.09,H03.FR.10 | Reservation M | 3 | 267
TC_H_02_CS | Reserve a specific EVSE - Accepted - Different idToken | H01(S2),H03 | H03.FR.01,F01.FR.22 | Reservation M | 3 | 268
TC_H_03_CS | Reserve a specific EVSE - Occupied - EVSE Reserved | H01(S2) | H01.FR.11 | Reservation M | 3 | 269
TC_H_04_CS | Reserve a specific EVSE - Occupied - EVSE Occupied | H01(S2) | H01.FR.13 | Reservation M | 3 | 270
TC_H_06_CS | Reserve a specific EVSE - Unavailable | H01(S2) | H01.FR.14 | Reservation M | 3 | 271
TC_H_07_CS | Reserve a specific EVSE - Reservation Ended / not used | H01(S2),H04 | H04.FR.01,H04.FR.02,H04.FR.03 | Reservation M | 3 | 272
TC_H_08_CS | Reserve an unspecified EVSE - Accepted | H01(S1),H03 | H01.FR.04,H01.FR.07,H01.FR.15,H03.FR.03 | Reservation C R-2 | 3+ | 274
TC_H_09_CS | Reserve an unspecified EVSE - Occupied - EVSE Reserved | H01(S1) | H01.FR.11 | Reservation C R-2 | 3 | 276
TC_H_10_CS | Reserve an unspecified EVSE - Occupied - EVSE Occupied | H01(S1) | H01.FR.13 | Reservation C R-2 | 3 | 277
TC_H_12_CS | Reserve an unspecified EVSE - Unavailable | H01(S1) | H01.FR.14 | Reservation C R-2 | 3 | 278
TC_H_13_CS | Reserve an unspecified EVSE - Rejected | H01(S1) | H01.FR.19 | Reservation C NOT R-2 | 3+ | 279
TC_H_14_CS | Reserve an unspecified EVSE - Amount of EVSEs available equals the amount of reservations | H01(S1) | H01.FR.20 | Reservation C R-2 | 3 | 280
TC_H_15_CS | Reserve a connector with a specific type - Success | H01(S3),H03 | H01.FR.06,H01.FR.09,H01.FR.15,H03.FR.02 | Reservation C R-1 | 3+ | 281
TC_H_16_CS | Reserve a connector with a specific type - Amount of available connectors of a type equals the amount of reservations | H01(S3) | H01.FR.11 | Reservation C R-1 | 3+ | 283
TC_H_17_CS | Cancel reservation of an EVSE - Success | H02 | H02.FR.02 | Reservation M | 3+ | 284
TC_H_18_CS | Cancel reservation of an EVSE - Rejected | H02 | H02.FR.01 | Reservation M | 3 | 285
TC_H_19_CS | Reserve a specific EVSE - Use a reserved EVSE with GroupId | H01,H03 | H01.FR.15,H03.FR.04,H03.FR.08 | Reservation M | 3 | 286
TC_H_21_CS | Charging Station cancels reservation when Unavailable | H01 | H01.FR.17 | Reservation M | 3 | 288
TC_H_22_CS | Reserve a specific EVSE - Configured to Reject | H01 | H01.FR.01 | Reservation C R-3 | 3 | 290
TC_H_23_CS | Reserve a specific EVSE - Replace reservation | H01 | H01.FR.02 | Reservation M | 3 | 291
TC_H_24_CS | Reserve an unspecified EVSE - GroupIdToken | H03 | H03.FR.06 | Reservation C R-2 | 3 | 292
TC_H_01_CSMS | Reserve a specific EVSE - Accepted - Valid idToken | H01(S2),H03 |  | Reservation M | 3 | 704
TC_H_07_CSMS | Reserve a specific EVSE - Reservation Ended / not used | H01(S2),H04 |  | Reservation M | 3 | 705
TC_H_08_CSMS | Reserve an unspecified EVSE - Accepted | H01(S1),H03 |  | Reservation C R-2 | 3 | 707
TC_H_14_CSMS | Reserve an unspecified EVSE - Amount of EVSEs available equals the amount of reservations | H01(S1) |  | Reservation C R-2 | 3 | 708
TC_H_15_CSMS | Reserve a connector with a specific type - Success | H01(S3),H03 |  | Reservation C R-1 | 3 | 709
TC_H_17_CSMS | Cancel reservation of an EVSE - Success | H02 |  | Reservation M | 3 | 710
TC_H_19_CSMS | Reserve a specific EVSE - Use a reserved EVSE with GroupId | H01,H03 |  | Reservation M | 3 | 712
TC_H_20_CSMS | Charging Station cancels reservation when Faulted | H01 |  | Reservation M | 3 | 713
TC_H_22_CSMS | Reserve a specific EVSE - Configured to Reject | H01 |  | Reservation M | 3 | 714
`;
