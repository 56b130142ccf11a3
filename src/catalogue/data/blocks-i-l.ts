// id | title | use cases | requirements | profiles | edition (+ an erratum bears on the case) | page of Part 6
export const blocksIToL = `
TC_I_01_CS | Show EV Driver running total cost during charging - costUpdatedRequest | I02 | I02.FR.02 | AdvancedUserInterface M | 3 | 293
TC_I_02_CS | Show EV Driver Final Total Cost After Charging | I03 | I03.FR.01,I03.FR.03 | AdvancedUserInterface M | 3 | 295
TC_I_07_CS | Show EV Driver running total cost during charging - transactionEventResponse | I02 | I02.FR.02 | AdvancedUserInterface M | 3 | 296
TC_I_01_CSMS | Show EV Driver running total cost during charging - costUpdatedRequest | I02 | I02.FR.01 | AdvancedUserInterface M | 3+ | 715
TC_I_02_CSMS | Show EV Driver Final Total Cost After Charging | I03 | I03.FR.02 | AdvancedUserInterface M | 3+ | 717
TC_J_01_CS | Clock-aligned Meter Values - No transaction ongoing | J01 | J01.FR.01,J01.FR.02,J01.FR.03,J01.FR.06,J01.FR.07,J01.FR.08,J01.FR.14,J01.FR.15 | Core M | 3+ | 298
TC_J_02_CS | Clock-aligned Meter Values - Transaction ongoing | J01 | J01.FR.01,J01.FR.02,J01.FR.03,J01.FR.06,J01.FR.07,J01.FR.08,J01.FR.14,J01.FR.15 | Core M | 3+ | 299
TC_J_03_CS | Clock-aligned Meter Values - EventType Ended | J01,E06,E07,E08,E09,E10,E12 | J01.FR.01,J01.FR.02,J01.FR.03,J01.FR.06,J01.FR.07,J01.FR.08,J01.FR.14,J01.FR.15,E06.FR.11,E06.FR.17,E07.FR.08,E07.FR.13,E08.FR.09,E09.FR.05,E10.FR.04,E12.FR.07 | Core M | 3+ | 301
TC_J_04_CS | Clock-aligned Meter Values - Signed | J01 | J01.FR.21 | Core C C-40 and C-42 | 3+ | 302
TC_J_06_CS | Clock-aligned Meter Values - No Meter Values during transaction | J01 |  | Core C C-28 | 3+ | 303
TC_J_07_CS | Sampled Meter Values - EventType Started - EVSE known | J02,E01,E02,E03,E09,E04,E05 | J02.FR.01,J02.FR.02,J02.FR.03,J02.FR.04,J02.FR.10,E01.FR.09,E02.FR.09,E03.FR.07,E04.FR.05,E05.FR.05 | Core M | 3+ | 305
TC_J_08_CS | Sampled Meter Values - Context Transaction.Begin - EVSE not known | J02,E01,E02,E03,E09,E04,E05 | J02.FR.01,J02.FR.02,J02.FR.03,J02.FR.04,J02.FR.10,E01.FR.16,E01.FR.17,E03.FR.11,E04.FR.11,E05.FR.08 | Core C C-40 and NOT AQ-8 AND (C-09.2 OR C- 09.6) | 3+ | 306
TC_J_09_CS | Sampled Meter Values - EventType Updated | J02,E01,E02,E03,E09,E04,E05 | J02.FR.01,J02.FR.02,J02.FR.03,J02.FR.04,J02.FR.10,J02.FR.11,J02.FR.14,E02.FR.10,E02.FR.11,E03.FR.08,E03.FR.09,E04.FR.06,E04.FR.09,E11.FR.03,E11.FR.06,E12.FR.03,E12.FR.06 | Core M | 3+ | 307
TC_J_10_CS | Sampled Meter Values - EventType Ended | J02,E06,E07,E08,E09,E10,E12 | J02.FR.01,J02.FR.02,J02.FR.03,J02.FR.04,J02.FR.10,E06.FR.11,E06.FR.17,E07.FR.08,E07.FR.13,E08.FR.09,E09.FR.05,E10.FR.04,E12.FR.07 | Core M | 3+ | 308
TC_J_11_CS | Sampled Meter Values - Signed | J02 | J02.FR.21 | Core C C-42 | 3+ | 309
TC_J_01_CSMS | Clock-aligned Meter Values - No transaction ongoing | J01 | J01.FR.18 | Core M | 3 | 718
TC_J_02_CSMS | Clock-aligned Meter Values - Transaction ongoing | J01 | J01.FR.18 | Core M | 3 | 719
TC_J_03_CSMS | Clock-aligned Meter Values - EventType Ended | J01 | J01.FR.18 | Core M | 3 | 721
TC_J_04_CSMS | Clock-aligned Meter Values - Signed | J01 | J01.FR.21 | Core M | 3 | 722
TC_J_07_CSMS | Sampled Meter Values - EventType Started - EVSE known | J02 | J02.FR.19 | Core M | 3 | 723
TC_J_08_CSMS | Sampled Meter Values - Context Transaction.Begin - EVSE not known | J02 | J02.FR.19 | Core M | 3 | 724
TC_J_09_CSMS | Sampled Meter Values - EventType Updated | J02 | J02.FR.19 | Core M | 3 | 725
TC_J_10_CSMS | Sampled Meter Values - EventType Ended | J02 | J02.FR.19 | Core M | 3 | 726
TC_J_11_CSMS | Sampled Meter Values - Signed | J02 | J02.FR.21 | Core M | 3 | 727
TC_K_01_CS | Set Charging Profile - TxDefaultProfile - Specific EVSE | K01 | K01.FR.07,K01.FR.15 | SmartCharging M; ISO15118 M | 3+ | 310
TC_K_02_CS | Set Charging Profile - TxProfile without ongoing transaction on the specified EVSE | K01 | K01.FR.04,K01.FR.07,K01.FR.09 | SmartCharging M; ISO15118 M | 3 | 312
TC_K_03_CS | Set Charging Profile - ChargingStationMaxProfile | K01 |  | SmartCharging M; ISO15118 M | 3+ | 313
TC_K_04_CS | Replace charging profile - With chargingProfileId | K01 | K01.FR.05 | SmartCharging M; ISO15118 M | 3+ | 315
TC_K_05_CS | Clear Charging Profile - With chargingProfileId | K10 | K10.FR.03 | SmartCharging M; ISO15118 M | 3 | 316
TC_K_06_CS | Clear Charging Profile - With stackLevel/purpose combination for one profile | K10 | K10.FR.04 | SmartCharging M; ISO15118 M | 3 | 317
TC_K_07_CS | Clear Charging Profile - With unknown stackLevel/purpose combination | K10 | K10.FR.01 | SmartCharging M; ISO15118 M | 3 | 318
TC_K_08_CS | Clear Charging Profile - Without previous charging profile | K10 | K10.FR.01 | SmartCharging M; ISO15118 M | 3 | 319
TC_K_09_CS | Clear Charging Profile - Clearing a TxDefaultProfile - With ongoing transaction | K10 | K10.FR.07 | SmartCharging M; ISO15118 M | 3+ | 320
TC_K_10_CS | Set Charging Profile - TxDefaultProfile - All EVSE | K01 | K01.FR.07,K01.FR.14 | SmartCharging M; ISO15118 M | 3+ | 322
TC_K_11_CS | Set Charging Profile - Unable to set TxProfile on all EVSE at once | K01 | K01.FR.04,K01.FR.16 | SmartCharging M; ISO15118 M | 3 | 324
TC_K_12_CS | Set Charging Profile - ChargerRateUnit Rejected | K01 | K01.FR.26 | SmartCharging C NOT (SC- 2.1 and SC-2.2); ISO15118 C NOT (SC- 2.1 and SC-2.2) | 3 | 325
TC_K_13_CS | Set Charging Profile - Persistent over reboot | K01 | K01.FR.27 | SmartCharging M; ISO15118 M | 3+ | 326
TC_K_14_CS | Set Charging Profile - Unexisting EVSEid | K01 | K01.FR.28 | SmartCharging M; ISO15118 M | 3 | 328
TC_K_15_CS | Set Charging Profile - Not Supported | K01 | K01.FR.29 |  | 3 | 329
TC_K_16_CS | Set Charging Profile - Unknown transactionId | K01 | K01.FR.33 | SmartCharging M; ISO15118 M | 3 | 330
TC_K_19_CS | Set Charging Profile - ChargingProfileKind is Recurring | K01 | K01.FR.40 | SmartCharging M; ISO15118 M | 3 | 331
TC_K_21_CS | Set Charging Profile - ValidFrom | K01 | K01.FR.36 | SmartCharging M; ISO15118 M | 3+ | 332
TC_K_22_CS | Set Charging Profile - ValidTo | K01 | K01.FR.37 | SmartCharging M; ISO15118 M | 3+ | 334
TC_K_23_CS | Set Charging Profile - StartSchedule | K01 | K01.FR.30 | SmartCharging M; ISO15118 M | 3+ | 336
TC_K_24_CS | Clear Charging Profile - With stackLevel/purpose combination for multiple profiles | K10 | K10.FR.04 | SmartCharging C HFS-8 > 1; ISO15118 C HFS-8 > 1 | 3 | 338
TC_K_28_CS | Set Charging Profile - TxDefaultProfile with transaction ongoing | K01 | K01.FR.32 | SmartCharging M; ISO15118 M | 3+ | 339
TC_K_29_CS | Get Charging Profile - EvseId 0 | K09 | K09.FR.02,K09.FR.05 | SmartCharging M; ISO15118 M | 3 | 341
TC_K_30_CS | Get Charging Profile - EvseId > 0 | K09 | K09.FR.02,K09.FR.04 | SmartCharging M; ISO15118 M | 3 | 342
TC_K_31_CS | Get Charging Profile - No EvseId | K09 | K09.FR.02,K09.FR.06 | SmartCharging M; ISO15118 M | 3 | 343
TC_K_32_CS | Get Charging Profile - chargingProfileId | K09 | K09.FR.01,K09.FR.02 | SmartCharging M; ISO15118 M | 3 | 344
TC_K_33_CS | Get Charging Profile - EvseId > 0 + stackLevel | K09 | K09.FR.02,K09.FR.04 | SmartCharging M; ISO15118 M | 3 | 345
TC_K_34_CS | Get Charging Profile - EvseId > 0 + chargingLimitSource | K09 | K09.FR.02,K09.FR.04 | SmartCharging M; ISO15118 M | 3 | 346
TC_K_35_CS | Get Charging Profile - EvseId > 0 + chargingProfilePurpose | K09 | K09.FR.02,K09.FR.04 | SmartCharging M; ISO15118 M | 3+ | 347
TC_K_36_CS | Get Charging Profile - EvseId > 0 + chargingProfilePurpose + stackLevel | K09 | K09.FR.02,K09.FR.04 | SmartCharging M; ISO15118 M | 3 | 348
TC_K_37_CS | Remote start transaction with charging profile - Success | K05,F01 | K05.FR.03,E01.FR.02,F01.FR.10,F01.FR.13 | SmartCharging M | 3+ | 350
TC_K_38_CS | Remote start transaction with charging profile - Ignore chargingProfile | F01 | F01.FR.12,F01.FR.13 | Core C NOT Smart Charging | 3+ | 352
TC_K_39_CS | Get Composite Schedule - No ChargingProfile installed on Charging Station | K08 | K08.FR.02,K08.FR.03,K08.FR.06 | SmartCharging M; ISO15118 M | 3+ | 354
TC_K_40_CS | Get Composite Schedule - Stacking ChargingProfiles | K08 | K08.FR.02,K08.FR.06 | SmartCharging M; ISO15118 M | 3+ | 355
TC_K_41_CS | Get Composite Schedule - Combining chargingProfilePurposes | K08 | K08.FR.02,K08.FR.04 | SmartCharging M; ISO15118 M | 3+ | 357
TC_K_42_CS | Get Composite Schedule - chargingRateUnit not supported | K08 | K08.FR.07 | SmartCharging C NOT (SC- 2.1 and SC-2.2); ISO15118 C NOT (SC- 2.1 and SC-2.2) | 3 | 359
TC_K_47_CS | Get Composite Schedule - Unknown EVSEId | K08 | K08.FR.05 | SmartCharging M; ISO15118 M | 3 | 360
TC_K_52_CS | Set External Charging Limit (not on a transaction) - ChargingStationExternalConstraints in report | K12 | K12.FR.05 |  | 3 | 361
TC_K_53_CS | Charging with load leveling based on High Level Communication - Success | K15 | K15.FR.01,K15.FR.06,K15.FR.09,K15.FR.10 | ISO15118 M | 3+ | 362
TC_K_54_CS | Charging with load leveling based on High Level Communication - No SASchedule (rejected) | K15,K17 | K15.FR.01,K17.FR.04 | ISO15118 M | 3+ | 363
TC_K_56_CS | Charging with load leveling based on High Level Communication - Offline | K15,K17 | K15.FR.15,K17.FR.15 | ISO15118 M | 3+ | 364
TC_K_57_CS | Renegotiating a Charging Schedule - Initiated by EV | K17 | K17.FR.01,K17.FR.06,K17.FR.09,K17.FR.10 | ISO15118 M | 3+ | 366
TC_K_58_CS | Renegotiating a Charging Schedule - Initiated by CSMS | K17 | K17.FR.01,K17.FR.06,K17.FR.09,K17.FR.10 | ISO15118 M | 3+ | 368
TC_K_60_CS | Set Charging Profile - TxProfile with ongoing transaction on the specified EVSE | K01 | K01.FR.04,K01.FR.07,K01.FR.15 | SmartCharging M; ISO15118 M | 3+ | 349
TC_K_01_CSMS | Set Charging Profile - TxDefaultProfile - Specific EVSE | K01 | K01.FR.31 | SmartCharging M; ISO15118 M | 3+ | 728
TC_K_02_CSMS | Set Charging Profile - TxProfile without ongoing transaction on the specified EVSE | K01 |  |  | 3+ | 729
TC_K_03_CSMS | Set Charging Profile - ChargingStationMaxProfile | K01 | K01.FR.31,K01.FR.38 | SmartCharging M; ISO15118 M | 3+ | 730
TC_K_04_CSMS | Replace charging profile - With chargingProfileId |  |  | SmartCharging M; ISO15118 M | 3+ | 731
TC_K_05_CSMS | Clear Charging Profile - With chargingProfileId | K10 | K10.FR.02 | SmartCharging M; ISO15118 M | 3+ | 732
TC_K_06_CSMS | Clear Charging Profile - With stackLevel/purpose combination for one profile | K10 | K10.FR.02 | SmartCharging M; ISO15118 M | 3+ | 733
TC_K_08_CSMS | Clear Charging Profile - Without previous charging profile | K10 |  | SmartCharging M; ISO15118 M | 3+ | 734
TC_K_10_CSMS | Set Charging Profile - TxDefaultProfile - All EVSE | K01 | K01.FR.31 | SmartCharging C SC-4; ISO15118 M | 3+ | 735
TC_K_15_CSMS | Set Charging Profile - Not Supported | K01 |  | SmartCharging M | 3+ | 736
TC_K_19_CSMS | Set Charging Profile - ChargingProfileKind is Recurring | K01 |  | SmartCharging M; ISO15118 M | 3 | 737
TC_K_29_CSMS | Get Charging Profile - EvseId 0 | K09 | K09.FR.03 | SmartCharging M; ISO15118 M | 3+ | 738
TC_K_30_CSMS | Get Charging Profile - EvseId > 0 | K09 | K09.FR.03 | SmartCharging M; ISO15118 M | 3+ | 739
TC_K_31_CSMS | Get Charging Profile - No EvseId | K09 | K09.FR.03 | SmartCharging M; ISO15118 M | 3+ | 740
TC_K_32_CSMS | Get Charging Profile - chargingProfileId | K09 | K09.FR.03 | SmartCharging M; ISO15118 M | 3+ | 741
TC_K_33_CSMS | Get Charging Profile - EvseId > 0 + stackLevel | K09 | K09.FR.03 | SmartCharging M; ISO15118 M | 3+ | 742
TC_K_34_CSMS | Get Charging Profile - EvseId > 0 + chargingLimitSource | K09 | K09.FR.03 | SmartCharging M; ISO15118 M | 3+ | 743
TC_K_35_CSMS | Get Charging Profile - EvseId > 0 + chargingProfilePurpose | K09 | K09.FR.03 | SmartCharging M; ISO15118 M | 3+ | 744
TC_K_36_CSMS | Get Charging Profile - EvseId > 0 + chargingProfilePurpose + stackLevel | K09 | K09.FR.03 | SmartCharging M; ISO15118 M | 3+ | 745
TC_K_37_CSMS | Remote start transaction with charging profile - Success | K05,F01 | K05.FR.02,F01.FR.08,F01.FR.09,F01.FR.11 | SmartCharging M | 3+ | 747
TC_K_43_CSMS | Get Composite Schedule - Specific EVSE | K08 | K08.FR.01 | SmartCharging M; ISO15118 M | 3 | 748
TC_K_44_CSMS | Get Composite Schedule - Charging Station | K08 | K08.FR.01 | SmartCharging M; ISO15118 M | 3 | 749
TC_K_48_CSMS | Set / Update External Charging Limit (not on a transaction) | K12 |  |  | 3 | 750
TC_K_50_CSMS | Reset / release external charging limit - Without ongoing transaction | K13 |  |  | 3 | 751
TC_K_51_CSMS | Reset / release external charging limit - With ongoing transaction | K13 |  |  | 3 | 752
TC_K_52_CSMS | Set / Update External Charging Limit (not on a transaction) - ChargingStationExternalConstraints in report | K12 |  |  | 3 | 753
TC_K_53_CSMS | Charging with load leveling based on High Level Communication - Success | K15 | K15.FR.02,K15.FR.03,K15.FR.05,K15.FR.07,K15.FR.11 | ISO15118 M | 3+ | 754
TC_K_55_CSMS | Charging with load leveling based on High Level Communication - EV charging profile exceeds limits | K15,K16,K17 | K15.FR.12,K15.FR.13,K16.FR.07,K16.FR.08,K17.FR.12,K17.FR.13 | ISO15118 M | 3+ | 755
TC_K_57_CSMS | Renegotiating a Charging Schedule - Initiated by EV | K17 | K17.FR.02,K17.FR.03,K17.FR.05,K17.FR.07,K17.FR.11 | ISO15118 M | 3+ | 757
TC_K_58_CSMS | Renegotiating a Charging Schedule - Initiated by CSMS | K16 | K16.FR.06 | ISO15118 M | 3+ | 759
TC_K_59_CSMS | Renegotiating a Charging Schedule - Initiated by CSMS - Send NotifyEVChargingNeeds | K16 | K16.FR.12 | ISO15118 M | 3+ | 760
TC_K_60_CSMS | Set Charging Profile - TxProfile with ongoing transaction on the specified EVSE | K01 | K01.FR.03,K01.FR.31 | SmartCharging M; ISO15118 M | 3+ | 746
TC_K_70_CSMS | Set Charging Profile - Multiple Profiles |  |  | SmartCharging M | 3+ | 762
TC_L_01_CS | Secure Firmware Update - Installation successful | L01 | L01.FR.01,L01.FR.04,L01.FR.05,L01.FR.09,L01.FR.10,L01.FR.12,L01.FR.13,L01.FR.15,L01.FR.20,L01.FR.21 | Core M | 3 | 370
TC_L_02_CS | Secure Firmware Update - InstallScheduled | L01 | L01.FR.01,L01.FR.04,L01.FR.05,L01.FR.09,L01.FR.10,L01.FR.12,L01.FR.15,L01.FR.16,L01.FR.20,L01.FR.21 | Core M | 3 | 373
TC_L_03_CS | Secure Firmware Update - DownloadScheduled | L01 | L01.FR.01,L01.FR.04,L01.FR.05,L01.FR.09,L01.FR.10,L01.FR.12,L01.FR.13,L01.FR.15,L01.FR.20,L01.FR.21 | Core M | 3 | 376
TC_L_05_CS | Secure Firmware Update - InvalidCertificate | L01 | L01.FR.01,L01.FR.02,L01.FR.10,L01.FR.20,L01.FR.21,L01.FR.22 | Core M | 3 | 379
TC_L_06_CS | Secure Firmware Update - InvalidSignature | L01 | L01.FR.01,L01.FR.03,L01.FR.04,L01.FR.10,L01.FR.20 | Core M | 3+ | 380
TC_L_07_CS | Secure Firmware Update - DownloadFailed | L01 | L01.FR.01,L01.FR.10,L01.FR.20 | Core M | 3 | 382
TC_L_08_CS | Secure Firmware Update - InstallVerificationFailed or InstallationFailed | L01 | L01.FR.01,L01.FR.10,L01.FR.12,L01.FR.20 | Core M | 3 | 383
TC_L_10_CS | Secure Firmware Update - AcceptedCanceled | L01 | L01.FR.01,L01.FR.10,L01.FR.20,L01.FR.24 | Core C C-60 | 3+ | 386
TC_L_11_CS | Secure Firmware Update - Unable to cancel | L01 | L01.FR.01,L01.FR.10,L01.FR.20,L01.FR.27 | Core C NOT C-60 | 3 | 390
TC_L_12_CS | Secure Firmware Update - Unable to download/install firmware with ongoing transaction - AllowNewSessionsPendingFirmwareUpdate is true | L01 | L01.FR.01,L01.FR.06,L01.FR.07,L01.FR.10,L01.FR.20 | Core C C-20 and NOT C-43 and NOT AQ-7 and HFS-8 > 1 | 3 | 393
TC_L_13_CS | Secure Firmware Update - Unable to download/install firmware with ongoing transaction - AllowNewSessionsPendingFirmwareUpdate is false | L01 | L01.FR.01,L01.FR.06,L01.FR.07,L01.FR.10,L01.FR.20 | Core C NOT C-43 and NOT AQ- 7 | 3 | 397
TC_L_14_CS | Secure Firmware Update - Unable to install and activate firmware with ongoing transaction - AllowNewSessionsPendingFirmwareUpdate is true | L01 | L01.FR.01,L01.FR.06,L01.FR.07,L01.FR.10,L01.FR.20 | Core C C-20 and NOT C-43 and AQ-7 and HFS-8 > 1 | 3 | 401
TC_L_15_CS | Secure Firmware Update - Unable to install and activate firmware with ongoing transaction - AllowNewSessionsPendingFirmwareUpdate is false | L01 | L01.FR.01,L01.FR.06,L01.FR.07,L01.FR.10,L01.FR.20 | Core C NOT C-43 and AQ-7 | 3 | 405
TC_L_16_CS | Secure Firmware Update - Able to update firmware with ongoing transaction | L01 | L01.FR.01,L01.FR.06,L01.FR.10,L01.FR.20 | Core C C-43 | 3 | 409
TC_L_18_CS | Secure Firmware Update - Missing firmware signing certificate and signature | L01 |  | Core M | 3 | 411
TC_L_01_CSMS | Secure Firmware Update - Installation successful | L01 | L01.FR.01,L01.FR.11,L01.FR.15 | Core M | 3 | 763
TC_L_02_CSMS | Secure Firmware Update - InstallScheduled | L01 | L01.FR.01,L01.FR.11,L01.FR.15 | Core C C-15 | 3 | 765
TC_L_03_CSMS | Secure Firmware Update - DownloadScheduled | L01 | L01.FR.01,L01.FR.11,L01.FR.15 | Core C C-15 | 3 | 767
TC_L_04_CSMS | Secure Firmware Update - RevokedCertificate | L01 | L01.FR.01 | Core M | 3 | 769
TC_L_05_CSMS | Secure Firmware Update - InvalidCertificate | L01 | L01.FR.01 | Core M | 3 | 770
TC_L_06_CSMS | Secure Firmware Update - InvalidSignature | L01 | L01.FR.01,L01.FR.11 | Core M | 3 | 771
TC_L_07_CSMS | Secure Firmware Update - DownloadFailed | L01 | L01.FR.01,L01.FR.11 | Core M | 3 | 772
TC_L_08_CSMS | Secure Firmware Update - InstallVerificationFailed | L01 | L01.FR.01,L01.FR.11 | Core M | 3 | 773
TC_L_09_CSMS | Secure Firmware Update - InstallationFailed | L01 | L01.FR.01,L01.FR.11 | Core M | 3 | 774
TC_L_10_CSMS | Secure Firmware Update - AcceptedCanceled | L01 | L01.FR.01,L01.FR.11,L01.FR.24 | Core M | 3 | 776
TC_L_11_CSMS | Secure Firmware Update - Unable to cancel | L01 | L01.FR.01,L01.FR.11,L01.FR.27 | Core M | 3 | 778
TC_L_13_CSMS | Secure Firmware Update - Unable to download/install firmware with ongoing transaction - AllowNewSessionsPendingFirmwareUpdate is false | L01 | L01.FR.01,L01.FR.11 | Core M | 3 | 780
TC_L_17_CSMS | Publish Firmware - Published | L03 |  |  | 3 | 782
TC_L_19_CSMS | Publish Firmware - Invalid Checksum | L03 |  |  | 3 | 784
TC_L_20_CSMS | Publish Firmware - PublishFailed | L03 |  |  | 3 | 785
TC_L_21_CSMS | Unpublish Firmware - Unpublished | L04 |  |  | 3 | 786
TC_L_22_CSMS | Unpublish Firmware - NoFirmware | L04 |  |  | 3 | 787
TC_L_23_CSMS | Unpublish Firmware - Download Ongoing | L04 |  |  | 3 | 788
TC_L_24_CSMS | Publish Firmware - Download failed | L03 |  |  | 3 | 783
`;
