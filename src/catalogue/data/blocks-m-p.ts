// id | title | use cases | requirements | profiles | edition (+ an erratum bears on the case) | page of Part 6
export const blocksMToP = `
TC_M_01_CS | Install CA certificate - CSMSRootCertificate | M05 | M05.FR.01,M05.FR.02 | Core M | 3 | 412
TC_M_02_CS | Install CA certificate - ManufacturerRootCertificate | M05 | M05.FR.01,M05.FR.02 | Core M | 3 | 413
TC_M_03_CS | Install CA certificate - V2GRootCertificate | M05 | M05.FR.01,M05.FR.02 | ISO15118 M | 3 | 414
TC_M_04_CS | Install CA certificate - MORootCertificate | M05 | M05.FR.01,M05.FR.02 | ISO15118 M | 3 | 415
TC_M_07_CS | Install CA certificate - Rejected - Certificate invalid | M05 | M05.FR.01,M05.FR.07 | Core M | 3 | 416
TC_M_09_CS | Install CA certificate - AdditionalRootCertificateCheck - Rejected | M05 | M05.FR.10,M05.FR.11 | Core C AS-2 | 3 | 417
TC_M_12_CS | Retrieve certificates from Charging Station - CSMSRootCertificate | M03 | M03.FR.01,M03.FR.03,M03.FR.04 | Core M | 3 | 421
TC_M_13_CS | Retrieve certificates from Charging Station - ManufacturerRootCertificate | M03 | M03.FR.01,M03.FR.03,M03.FR.04 | Core M | 3 | 422
TC_M_14_CS | Retrieve certificates from Charging Station - V2GRootCertificate | M03 | M03.FR.01,M03.FR.03,M03.FR.04 | ISO15118 M | 3 | 423
TC_M_15_CS | Retrieve certificates from Charging Station - V2GCertificateChain | M03 | M03.FR.01,M03.FR.03,M03.FR.04,M03.FR.05 | ISO15118 M | 3+ | 424
TC_M_16_CS | Retrieve certificates from Charging Station - MORootCertificate | M03 | M03.FR.01,M03.FR.03,M03.FR.04 | ISO15118 M | 3 | 425
TC_M_17_CS | Retrieve certificates from Charging Station - CSMSRootCertificate & ManufacturerRootCertificate | M03 | M03.FR.01,M03.FR.03,M03.FR.04 | Core M | 3 | 426
TC_M_18_CS | Retrieve certificates from Charging Station - All certificateTypes | M03 | M03.FR.01,M03.FR.03,M03.FR.04 | Core M | 3 | 427
TC_M_19_CS | Retrieve certificates from Charging Station - No matching certificate found | M03 | M03.FR.01,M03.FR.02 | Core M | 3 | 428
TC_M_20_CS | Delete a certificate from a Charging Station - Success | M04 | M04.FR.01,M04.FR.02 | Core M | 3 | 429
TC_M_22_CS | Delete a certificate from a Charging Station - No matching certificate found | M04 | M04.FR.01,M04.FR.04 | Core M | 3 | 430
TC_M_23_CS | Delete a certificate from a Charging Station - Unable to delete the Charging Station Certificate | M04 | M04.FR.01,M04.FR.06 | AdvancedSecurity M | 3 | 431
TC_M_24_CS | Get Charging Station Certificate status - Success | M06 | M06.FR.06,M06.FR.07 | ISO15118 M | 3+ | 432
TC_M_25_CS | Get Charging Station Certificate status - Rejected | M06 | M06.FR.04 | ISO15118 M | 3 | 433
TC_M_26_CS | Certificate Installation EV - Success | M01 | M01.FR.01 | ISO15118 M | 3 | 434
TC_M_27_CS | Certificate Installation EV - Failed | M01 |  | ISO15118 M | 3 | 435
TC_M_28_CS | Certificate Update EV - Success | M02 | M02.FR.01 | ISO15118 M | 3 | 436
TC_M_29_CS | Certificate Update EV - Failed | M02 | M02.FR.01 | ISO15118 M | 3 | 437
TC_M_30_CS | Install CA certificate - AdditionalRootCertificateCheck - Reconnect using new CSMS Root - Success | M05 | M05.FR.13 | Core C AS-2 | 3 | 418
TC_M_31_CS | Install CA certificate - AdditionalRootCertificateCheck - Reconnect using new CSMS Root - Fallback mechanism | M05 | M05.FR.14 | Core C AS-2 | 3 | 419
TC_M_01_CSMS | Install CA certificate - CSMSRootCertificate | M05 | M05.FR.01 | Core M | 3 | 789
TC_M_02_CSMS | Install CA certificate - ManufacturerRootCertificate | M05 | M05.FR.01 | Core M | 3 | 790
TC_M_03_CSMS | Install CA certificate - V2GRootCertificate | M05 | M05.FR.01 | ISO15118 M | 3 | 791
TC_M_04_CSMS | Install CA certificate - MORootCertificate | M05 | M05.FR.01 | ISO15118 M | 3 | 792
TC_M_05_CSMS | Install CA certificate - Failed | M05 | M05.FR.01,M05.FR.03 | Core M | 3 | 793
TC_M_12_CSMS | Retrieve certificates from Charging Station - CSMSRootCertificate | M03 | M03.FR.01 |  | 3 | 794
TC_M_13_CSMS | Retrieve certificates from Charging Station - ManufacturerRootCertificate | M03 | M03.FR.01 | Core M | 3 | 795
TC_M_14_CSMS | Retrieve certificates from Charging Station - V2GRootCertificate | M03 | M03.FR.01 | ISO15118 M | 3 | 796
TC_M_15_CSMS | Retrieve certificates from Charging Station - V2GCertificateChain | M03 | M03.FR.01,M03.FR.05 | ISO15118 M | 3 | 797
TC_M_16_CSMS | Retrieve certificates from Charging Station - MORootCertificate | M03 | M03.FR.01 | ISO15118 M | 3 | 798
TC_M_17_CSMS | Retrieve certificates from Charging Station - CSMSRootCertificate & ManufacturerRootCertificate | M03 | M03.FR.01 |  | 3 | 799
TC_M_18_CSMS | Retrieve certificates from Charging Station - All certificateTypes | M03 | M03.FR.01 | Core M | 3 | 800
TC_M_19_CSMS | Retrieve certificates from Charging Station - No matching certificate found | M03 | M03.FR.01,M03.FR.02 | Core M | 3 | 801
TC_M_20_CSMS | Delete a certificate from a Charging Station - Success | M04 | M04.FR.01,M04.FR.07 | Core M | 3 | 802
TC_M_21_CSMS | Delete a certificate from a Charging Station - Failed | M04 | M04.FR.01,M04.FR.07 | Core M | 3 | 803
TC_M_24_CSMS | Get Charging Station Certificate status - Success | M06 | M06.FR.01,M06.FR.02,M06.FR.03,M06.FR.08,M06.FR.09 | ISO15118 M | 3 | 804
TC_M_26_CSMS | Certificate Installation EV - Success | M01 | M01.FR.01 | ISO15118 M | 3 | 805
TC_M_28_CSMS | Certificate Update EV - Success | M02 | M02.FR.01 | ISO15118 M | 3 | 806
TC_N_01_CS | Get Monitoring Report - with monitoringCriteria | N02 | N02.FR.01,N02.FR.03,N02.FR.04,N02.FR.05,N02.FR.06,N02.FR.09,N02.FR.12,N02.FR.13,N02.FR.14 | AdvancedDeviceManagement M | 3+ | 438
TC_N_02_CS | Get Monitoring Report - with component/variable | N02 | N02.FR.01,N02.FR.03,N02.FR.04,N02.FR.05,N02.FR.08,N02.FR.09 | AdvancedDeviceManagement M | 3 | 440
TC_N_03_CS | Get Monitoring Report - with component criteria and component/variable | N02 | N02.FR.01,N02.FR.03,N02.FR.04,N02.FR.05,N02.FR.09,N02.FR.10,N02.FR.13 | AdvancedDeviceManagement M | 3 | 442
TC_N_04_CS | Get Monitoring Report - for unknown component criteria | N02 | N02.FR.02 |  | 3 | 444
TC_N_05_CS | Set Monitoring Base - success | N03 | N03.FR.01,N03.FR.03,N03.FR.04,N03.FR.05 | AdvancedDeviceManagement M | 3 | 445
TC_N_06_CS | Set Monitoring Base - test removal custom monitors | N03 | N03.FR.01,N03.FR.05 | AdvancedDeviceManagement M | 3 | 446
TC_N_07_CS | Set Monitoring Base - for unknown base type | N03 | N03.FR.02 |  | 3 | 448
TC_N_08_CS | Set Variable Monitoring - one setMonitoringData element | N04 | N04.FR.01,N04.FR.02,N04.FR.08,N04.FR.11 | AdvancedDeviceManagement M | 3 | 449
TC_N_09_CS | Set Variable Monitoring - Multiple elements on different component and variable | N04 | N04.FR.01,N04.FR.02,N04.FR.08,N04.FR.11 | AdvancedDeviceManagement M | 3 | 451
TC_N_10_CS | Set Variable Monitoring - Multiple monitors on the same component and variable | N04 | N04.FR.01,N04.FR.02,N04.FR.08,N04.FR.11 | AdvancedDeviceManagement M | 3 | 453
TC_N_11_CS | Set Variable Monitoring - Unknown component | N04 | N04.FR.03 | AdvancedDeviceManagement M | 3 | 455
TC_N_12_CS | Set Variable Monitoring - Value out of range - Delta monitor | N04 | N04.FR.14 | AdvancedDeviceManagement M | 3+ | 457
TC_N_13_CS | Set Variable Monitoring - Value out of range - Threshold monitor | N04 | N04.FR.13 | AdvancedDeviceManagement M | 3+ | 458
TC_N_15_CS | Set Variable Monitoring - Duplicate Variable type/severity combination | N04 | N04.FR.10 | AdvancedDeviceManagement M | 3 | 459
TC_N_16_CS | Set Monitoring Level - Success | N05 | N05.FR.01,N05.FR.03 | AdvancedDeviceManagement M | 3 | 461
TC_N_17_CS | Set Monitoring Level - Out of range | N05 | N05.FR.02 | AdvancedDeviceManagement M | 3 | 462
TC_N_18_CS | Clear Monitoring - Success | N06 | N06.FR.01,N06.FR.05 | AdvancedDeviceManagement M | 3 | 463
TC_N_19_CS | Clear Monitoring - Not found | N06 | N06.FR.02 | AdvancedDeviceManagement M | 3 | 464
TC_N_20_CS | Alert Event - Threshold value exceeded | N07 | N07.FR.06,N07.FR.07,N07.FR.16,N07.FR.17 | AdvancedDeviceManagement M | 3+ | 465
TC_N_21_CS | Alert Event - Caused by hardwired trigger | N07 |  | AdvancedDeviceManagement C AQ-5 | 3 | 468
TC_N_22_CS | Offline Notification - OfflineMonitoringEventQueuingSeverity set equal or lower than severityLevel of the monitor | N07 | N07.FR.04 | AdvancedDeviceManagement C DM-3 | 3 | 469
TC_N_23_CS | Offline Notification - OfflineMonitoringEventQueuingSeverity set higher than severityLevel of the monitor | N07 | N07.FR.04 | AdvancedDeviceManagement C DM-3 | 3+ | 470
TC_N_24_CS | Set Variable Monitoring - Periodic event | N07,N08 | N07.FR.20,N08.FR.01,N08.FR.05 | AdvancedDeviceManagement M | 3+ | 472
TC_N_25_CS | Retrieve Log Information - Diagnostics Log - Success | N01 | N01.FR.01,N01.FR.02,N01.FR.04,N01.FR.07,N01.FR.08,N01.FR.09,N01.FR.13 | Core M | 3 | 473
TC_N_26_CS | Retrieve Log Information - Diagnostics Log - Upload failed | N01 | N01.FR.01,N01.FR.02,N01.FR.04,N01.FR.07,N01.FR.08,N01.FR.10,N01.FR.13 | Core M | 3+ | 474
TC_N_27_CS | Get Customer Information - Accepted + data | N09 | N09.FR.02,N09.FR.05 | Core C (C-30 or C-31 or C-34) and (Local Authorization List Management or C-49) | 3 | 476
TC_N_28_CS | Get Customer Information - Accepted + no data | N09 | N09.FR.02,N09.FR.06 | Core C (C-30 or C-31 or C-34) and (Local Authorization List Management or C-49) | 3 | 477
TC_N_29_CS | Get Customer Information - Not Accepted | N09 | N09.FR.03 |  | 3 | 478
TC_N_30_CS | Clear Customer Information - Clear and report + data | N10 | N10.FR.01,N10.FR.03 | Core C (C-30 or C-31 or C-34) and (Local Authorization List Management or C-49) | 3 | 479
TC_N_31_CS | Clear Customer Information - Clear and report + no data | N10 | N10.FR.01,N10.FR.04 | Core C (C-30 or C-31 or C-34) and (Local Authorization List Management or C-49) | 3 | 481
TC_N_32_CS | Clear Customer Information - Clear and no report | N10 | N10.FR.01,N10.FR.06 | Core M | 3 | 482
TC_N_33_CS | Clear Customer Information - Invalid | N10 | N10.FR.01,N10.FR.05 |  | 3 | 486
TC_N_34_CS | Retrieve Log Information - Rejected | N01 | N01.FR.05 |  | 3 | 487
TC_N_35_CS | Retrieve Log Information - Security Log - Success | N01 | N01.FR.01,N01.FR.02,N01.FR.03,N01.FR.07,N01.FR.08,N01.FR.09,N01.FR.13 | Core M | 3 | 488
TC_N_36_CS | Retrieve Log Information - Second Request | N01 | N01.FR.01,N01.FR.02,N01.FR.03,N01.FR.07,N01.FR.08,N01.FR.09,N01.FR.12,N01.FR.13 | Core C C-57 | 3+ | 489
TC_N_37_CS | Set Variable Monitoring - Unknown Variable | N04 | N04.FR.04 | AdvancedDeviceManagement M | 3 | 491
TC_N_38_CS | Set Variable Monitoring - Not supported MonitorType | N04 | N04.FR.05 |  | 3 | 492
TC_N_39_CS | Set Variable Monitoring - Component/Variable combination does NOT correspond | N04 | N04.FR.16 | AdvancedDeviceManagement M | 3+ | 493
TC_N_40_CS | Set Variable Monitoring - Replace Variable Monitor | N04 | N04.FR.12 | AdvancedDeviceManagement M | 3 | 494
TC_N_41_CS | Set Variable Monitoring - Return to FactoryDefault | N03 | N03.FR.04,N04.FR.15 | AdvancedDeviceManagement M | 3+ | 495
TC_N_43_CS | Set Variable Monitoring - First SetMonitoringData and third SetMonitoringData are valid, but the second contains an out of range value | N04 |  | AdvancedDeviceManagement M | 3+ | 497
TC_N_44_CS | Clear Monitoring - Rejected | N06 | N06.FR.03 | AdvancedDeviceManagement C AQ-5 | 3 | 498
TC_N_45_CS | Alert Event - Delta value exceeded | N07 | N07.FR.06,N07.FR.07,N07.FR.18,N07.FR.19 | AdvancedDeviceManagement M | 3+ | 499
TC_N_47_CS | Get Monitoring report - Report all | N02 | N02.FR.01,N02.FR.11 | AdvancedDeviceManagement M | 3 | 500
TC_N_48_CS | Alert Event - Variable monitoring on write only | N07 | N07.FR.10 | AdvancedDeviceManagement C AQ-10 | 3+ | 501
TC_N_51_CS | Set Variable Monitoring - Replace Variable Monitor | N07 | N07.FR.11 | AdvancedDeviceManagement M | 3+ | 503
TC_N_52_CS | Set Variable Monitoring - Removing a VariableMonitor | N07 | N07.FR.12 | AdvancedDeviceManagement M | 3+ | 505
TC_N_53_CS | Alert Event - Persistant over reboot | N07 | N07.FR.13 | AdvancedDeviceManagement M | 3+ | 506
TC_N_56_CS | Alert Event - Delta value NOT numeric exceeded | N07 | N07.FR.06,N07.FR.07,N07.FR.18,N07.FR.19 | AdvancedDeviceManagement M | 3+ | 507
TC_N_61_CS | Alert Event - Variable monitoring on numeric | N07 | N07.FR.10 |  | 3 | 502
TC_N_62_CS | Clear Customer Information - Clear and report - customerIdentifier | N10 | N10.FR.01,N10.FR.03 | Core C C-14 | 3 | 483
TC_N_63_CS | Clear Customer Information - Clear and report - customerCertificate | N10 | N10.FR.09 | ISO15118 C ISO-4 | 3+ | 484
TC_N_01_CSMS | Get Monitoring Report - with monitoringCriteria | N02 | N02.FR.05,N02.FR.10 | AdvancedDeviceManagement M | 3+ | 807
TC_N_02_CSMS | Get Monitoring Report - with component/variable | N02 | N02.FR.05,N02.FR.10 | AdvancedDeviceManagement M | 3+ | 808
TC_N_03_CSMS | Get Monitoring Report - with component criteria and component/variable | N02 | N02.FR.05,N02.FR.10 | AdvancedDeviceManagement M | 3 | 809
TC_N_05_CSMS | Set Monitoring Base - success | N03 | N03.FR.03,N03.FR.04,N03.FR.05 | AdvancedDeviceManagement M | 3 | 812
TC_N_08_CSMS | Set Variable Monitoring - One SetMonitoringData element | N04 | N04.FR.01,N04.FR.02,N04.FR.17 | AdvancedDeviceManagement M | 3 | 813
TC_N_09_CSMS | Set Variable Monitoring - Multiple elements on different component and variable | N04 | N04.FR.01,N04.FR.02,N04.FR.17 |  | 3 | 814
TC_N_16_CSMS | Set Monitoring Level - Success | N05 | N05.FR.01 | AdvancedDeviceManagement M | 3 | 815
TC_N_17_CSMS | Set Monitoring Level - Out of range | N05 | N05.FR.02 | AdvancedDeviceManagement M | 3 | 816
TC_N_18_CSMS | Clear Monitoring - Too many elements | N06 | N06.FR.04 | AdvancedDeviceManagement M | 3 | 817
TC_N_21_CSMS | Alert Event - HardWiredMonitor | N07 | N07.FR.03 | AdvancedDeviceManagement M | 4 |
TC_N_24_CSMS | Set Variable Monitoring - Periodic event | N08 | N08.FR.02 | AdvancedDeviceManagement M | 3 | 818
TC_N_25_CSMS | Retrieve Log Information - Diagnostics Log - Success | N01 |  | Core M | 3 | 819
TC_N_27_CSMS | Get Customer Information - Accepted + data | N09 | N09.FR.01,N09.FR.04 | Core M | 3 | 820
TC_N_28_CSMS | Get Customer Information - Accepted + no data | N09 | N09.FR.01,N09.FR.04 | Core M | 3 | 821
TC_N_29_CSMS | Get Customer Information - Not Accepted | N09 | N09.FR.01,N09.FR.04 | Core M | 3 | 822
TC_N_30_CSMS | Clear Customer Information - Clear and report + data | N10 | N10.FR.08 | Core M | 3 | 823
TC_N_31_CSMS | Clear Customer Information - Clear and report + no data | N10 | N10.FR.08 | Core M | 3 | 824
TC_N_32_CSMS | Clear Customer Information - Clear and no report | N10 | N10.FR.08 | Core M | 3 | 825
TC_N_34_CSMS | Retrieve Log Information - Rejected | N01 |  | Core M | 3 | 828
TC_N_35_CSMS | Retrieve Log Information - Security Log - Success | N01 |  | Core M | 3 | 829
TC_N_36_CSMS | Retrieve Log Information - Second Request | N01 |  | Core M | 3 | 830
TC_N_44_CSMS | Clear Monitoring - Rejected | N06 |  | AdvancedDeviceManagement M | 3 | 831
TC_N_46_CSMS | Clear Customer Information - Update Local Authorization List | N10 | N10.FR.02,N10.FR.08,D01.FR.01,D01.FR.06,D01.FR.18 | LocalAuthList M | 3+ | 832
TC_N_47_CSMS | Get Monitoring report - Report all | N02 |  | AdvancedDeviceManagement M | 3 | 833
TC_N_48_CSMS | Alert Event - Variable monitoring on write only | N07 |  |  | 3 | 834
TC_N_49_CSMS | Alert Event - LowerThreshold/UpperThreshold cleared after reboot | N07 |  | AdvancedDeviceManagement M | 3 | 835
TC_N_50_CSMS | Alert Event - Periodic Triggered | N07 |  | AdvancedDeviceManagement M | 3 | 836
TC_N_60_CSMS | Get Monitoring Report - with component criteria and list of components/variables | N02 | N02.FR.05,N02.FR.10 | AdvancedDeviceManagement M | 3 | 810
TC_N_62_CSMS | Clear Customer Information - Clear and report - customerIdentifier | N10 | N10.FR.08 | Core C C-14 | 3+ | 826
TC_N_63_CSMS | Clear Customer Information - Clear and report - customerCertificate | N10 | N10.FR.08 | ISO15118 C ISO-4 | 3 | 827
TC_O_01_CS | Set Display Message - Success | O01 | O01.FR.12 | AdvancedUserInterface M | 3+ | 508
TC_O_02_CS | Get all Display Messages - Success | O03 | O03.FR.01,O03.FR.02,O03.FR.03,O03.FR.04,O03.FR.05 | AdvancedUserInterface M | 3+ | 509
TC_O_03_CS | Get all Display Messages - No DisplayMessages configured | O03 | O03.FR.06 | AdvancedUserInterface M | 3 | 510
TC_O_04_CS | Clear Display Message - Success | O05 | O05.FR.01 | AdvancedUserInterface M | 3+ | 511
TC_O_05_CS | Clear Display Message - Unknown Key | O05 | O05.FR.02 | AdvancedUserInterface M | 3 | 512
TC_O_06_CS | Set Display Message - Specific transaction - Success | O02 | O02.FR.02,O02.FR.14 | AdvancedUserInterface M | 3+ | 513
TC_O_07_CS | Get a Specific Display Message - Id | O04 | O04.FR.01,O04.FR.03,O04.FR.04,O04.FR.05,O04.FR.06 | AdvancedUserInterface M | 3+ | 514
TC_O_08_CS | Get a Specific Display Message - Priority | O04 | O04.FR.01,O04.FR.03,O04.FR.04,O04.FR.05,O04.FR.06 | AdvancedUserInterface M | 3+ | 515
TC_O_09_CS | Get a Specific Display Message - State | O04 | O04.FR.01,O04.FR.03,O04.FR.04,O04.FR.05,O04.FR.06 | AdvancedUserInterface M | 3+ | 516
TC_O_10_CS | Set Display Message - Specific transaction - UnknownTransaction | O02 | O02.FR.01 | AdvancedUserInterface M | 3+ | 517
TC_O_11_CS | Get a Specific Display Message - Unknown parameters | O04 | O04.FR.02 | AdvancedUserInterface M | 3+ | 518
TC_O_12_CS | Set Display Message - Replace DisplayMessage | O06 | O06.FR.01 | AdvancedUserInterface M | 3+ | 519
TC_O_13_CS | Set Display Message - Display message at StartTime | O01 | O01.FR.06 | AdvancedUserInterface M | 3+ | 520
TC_O_14_CS | Set Display Message - Remove message after EndTime | O01 | O01.FR.07 | AdvancedUserInterface M | 3+ | 521
TC_O_15_CS | Set Display Message - Language preference of the EV Driver | O01 | O01.FR.08 |  | 3, removed 2025-02+ | 522
TC_O_17_CS | Set Display Message - NotSupportedPriority | O01 | O01.FR.01,O02.FR.03 | AdvancedUserInterface C NOT (UI- 1.1 and UI-1.2 and UI-1.3) | 3+ | 523
TC_O_18_CS | Set Display Message - NotSupportedState | O01 | O01.FR.02,O02.FR.04 |  | 3+ | 524
TC_O_19_CS | Set Display Message - NotSupportedMessageFormat | O01 | O01.FR.03,O02.FR.05 | AdvancedUserInterface C NOT (UI- 2.1 and UI-2.2 and UI-2.3 and UI-2.4) | 3+ | 525
TC_O_20_CS | Set Display Message - Persistent over reboot | O01 | O01.FR.10 | AdvancedUserInterface M | 3+ | 526
TC_O_22_CS | Set Display Message - Multiple In front priority | O01 | O01.FR.14 | AdvancedUserInterface C UI-1.2 | 3+ | 527
TC_O_24_CS | Set Display Message - Second Alwaysfront priority | O01 | O01.FR.16 | AdvancedUserInterface C UI-1.1 | 3+ | 529
TC_O_27_CS | Set Display Message - Specific transaction - Display message at StartTime | O02 | O02.FR.06 | AdvancedUserInterface M | 3 | 531
TC_O_28_CS | Set Display Message - Specific transaction - Remove message after EndTime | O02 | O02.FR.07 | AdvancedUserInterface M | 3+ | 532
TC_O_30_CS | Set Display Message - Specific transaction - Multiple In front priority | O02 | O02.FR.16 | AdvancedUserInterface C UI-1.2 | 3+ | 533
TC_O_32_CS | Set Display Message - Specific transaction - Second Alwaysfront priority | O02 | O02.FR.18 | AdvancedUserInterface C UI-1.1 | 3+ | 535
TC_O_33_CS | Get a Specific Display Message - No DisplayMessages configured | O04 | O04.FR.07 | AdvancedUserInterface M | 3 | 537
TC_O_34_CS | Get a Specific Display Message - Known Id, but not matching State | O04 | O04.FR.02 | AdvancedUserInterface M | 3+ | 538
TC_O_35_CS | Get a Specific Display Message - Known Id, but not matching Priority | O04 | O04.FR.02 | AdvancedUserInterface C (UI-1.1 and UI- 1.2) or (UI- 1.2 and UI-1.3) or (UI-1.3 and UI- 1.1) | 3+ | 539
TC_O_36_CS | Set Display Message - State Charging | O01 |  | AdvancedUserInterface M | 3+ | 540
TC_O_37_CS | Set Display Message - State Idle | O01 |  | AdvancedUserInterface M | 3+ | 542
TC_O_38_CS | Set Display Message - State Unavailable | O01 |  | AdvancedUserInterface M | 3+ | 544
TC_O_39_CS | Set Display Message - State Faulted | O01 |  |  | 3+ | 546
TC_O_01_CSMS | Set Display Message - Success | O01 | O01.FR.04 | AdvancedUserInterface M | 3 | 837
TC_O_02_CSMS | Get all Display Messages - Success | O03 |  | AdvancedUserInterface M | 3 | 838
TC_O_03_CSMS | Get all Display Messages - No DisplayMessages configured | O03 |  | AdvancedUserInterface M | 3 | 839
TC_O_04_CSMS | Clear Display Message - Success | O05 |  | AdvancedUserInterface M | 3 | 840
TC_O_05_CSMS | Clear Display Message - Unknown Key | O05 |  | AdvancedUserInterface M | 3 | 841
TC_O_06_CSMS | Set Display Message - Specific transaction - Success | O02 |  | AdvancedUserInterface M | 3 | 842
TC_O_07_CSMS | Get a Specific Display Message - Id | O04 |  | AdvancedUserInterface M | 3 | 843
TC_O_08_CSMS | Get a Specific Display Message - Priority | O04 |  | AdvancedUserInterface M | 3 | 844
TC_O_09_CSMS | Get a Specific Display Message - State | O04 |  | AdvancedUserInterface M | 3 | 845
TC_O_10_CSMS | Set Display Message - Specific transaction - UnknownTransaction | O02 |  | AdvancedUserInterface M | 3 | 846
TC_O_11_CSMS | Get a Specific Display Message - Unknown parameters | O04 |  |  | 3 | 847
TC_O_12_CSMS | Set Display Message - Replace DisplayMessage | O06 |  | AdvancedUserInterface M | 3 | 848
TC_O_13_CSMS | Set Display Message - Display message at StartTime | O01 | O01.FR.05 | AdvancedUserInterface M | 3 | 849
TC_O_14_CSMS | Set Display Message - Remove message after EndTime | O01 | O01.FR.05 | AdvancedUserInterface M | 3 | 850
TC_O_17_CSMS | Set Display Message - NotSupportedPriority | O01 |  | AdvancedUserInterface M | 3 | 851
TC_O_18_CSMS | Set Display Message - NotSupportedState | O01 |  | AdvancedUserInterface M | 3 | 852
TC_O_19_CSMS | Set Display Message - NotSupportedMessageFormat | O01 |  | AdvancedUserInterface M | 3 | 853
TC_O_25_CSMS | Set Display Message - Send Specific state | O01 |  |  | 3 | 854
TC_O_26_CSMS | Set Display Message - Rejected | O01 |  | AdvancedUserInterface M | 3 | 855
TC_O_27_CSMS | Set Display Message - Specific transaction - Display message at StartTime | O02 |  | AdvancedUserInterface M | 3+ | 856
TC_O_28_CSMS | Set Display Message - Specific transaction - Remove message after EndTime | O02 |  | AdvancedUserInterface M | 3+ | 857
TC_P_01_CS | Data Transfer to the Charging Station - Rejected / Unknown VendorId / Unknown MessageId | P01 | P01.FR.05,P01.FR.06 | Core M | 3 | 547
TC_P_03_CS | CustomData - Receive custom data |  |  | Core M | 3 | 548
TC_P_04_CS | Able to receive customData - ChargingProfile |  |  |  | 3 | 549
TC_P_02_CSMS | Data Transfer to the CSMS - Rejected / Unknown VendorId / Unknown MessageId | P02 | P02.FR.06,P02.FR.07 | Core M | 3 | 858
TC_P_03_CSMS | CustomData - Receive custom data |  |  | Core M | 3 | 859
`;
