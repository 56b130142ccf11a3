// id | title | use cases | requirements | profiles | edition (+ an erratum bears on the case) | page of Part 6
export const blocksAToD = `
TC_A_01_CS | Basic Authentication - Valid username/password combination | A00,B01 | A00.FR.202,A00.FR.203,A00.FR.204,A00.FR.205,A00.FR.301,A00.FR.302,A00.FR.304,B01.FR.01,B01.FR.05,B01.FR.09 | Core M | 3+ | 6
TC_A_04_CS | TLS - server-side certificate - Valid certificate | A00 | A00.FR.309,A00.FR.312,A00.FR.313,A00.FR.319,A00.FR.321,A00.FR.412,A00.FR.422 | Core M | 3 | 7
TC_A_05_CS | TLS - server-side certificate - Invalid certificate | A00 | A00.FR.309,A00.FR.310,A00.FR.311,A00.FR.412,A00.FR.413,A00.FR.414 | Core M | 3+ | 9
TC_A_06_CS | TLS - server-side certificate - TLS version too low | A00 | A00.FR.314,A00.FR.316,A00.FR.416,A00.FR.417,A00.FR.419 | Core M | 3 | 11
TC_A_07_CS | TLS - Client-side certificate - valid certificate | A00 | A00.FR.401,A00.FR.402,A00.FR.415,A00.FR.416,A00.FR.422,A00.FR.502,A00.FR.503,A00.FR.507,A00.FR.508,A00.FR.511 | AdvancedSecurity M | 3 | 13
TC_A_09_CS | Update Charging Station Password for HTTP Basic Authentication - Accepted | A01 | A01.FR.01,A01.FR.11,A01.FR.12,B01.FR.01 | Core M | 3 | 15
TC_A_10_CS | Update Charging Station Password for HTTP Basic Authentication - Rejected | A01 | A01.FR.01,A01.FR.11,A01.FR.12 | Core M | 3 | 16
TC_A_11_CS | Update Charging Station Certificate by request of CSMS - Success - Charging Station Certificate | A02,F06 | A02.FR.02,A02.FR.03,A02.FR.06,A02.FR.08,A02.FR.09,F06.FR.04,F06.FR.05,F06.FR.10 | AdvancedSecurity M | 3 | 17
TC_A_12_CS | Update Charging Station Certificate by request of CSMS - Success - V2G Certificate | A02,F06 | A02.FR.02,A02.FR.03,A02.FR.06,A02.FR.13,A02.FR.15,F06.FR.04,F06.FR.05,F06.FR.10 | ISO15118 M | 3 | 18
TC_A_13_CS | Update Charging Station Certificate by request of CSMS - Success - Combined Certificate | A00,A02 | A00.FR.428,A02.FR.02,A02.FR.03,A02.FR.06 |  | 3, removed 2025-02+ | 19
TC_A_14_CS | Update Charging Station Certificate by request of CSMS - Invalid certificate | A02 | A02.FR.07,A03.FR.07 | AdvancedSecurity M | 3 | 20
TC_A_15_CS | Update Charging Station Certificate by request of CSMS - SignCertificateRequest Rejected | A02 |  | AdvancedSecurity M | 3 | 21
TC_A_19_CS | Upgrade Charging Station Security Profile - Accepted | A05 | A05.FR.04,A05.FR.05,A05.FR.06 | Core M | 3+ | 24
TC_A_20_CS | Upgrade Charging Station Security Profile - No valid CSMSRootCertificate installed | A05 | A05.FR.02 | Core C AQ-1 and C-61 | 3+ | 26
TC_A_21_CS | Upgrade Charging Station Security Profile - No valid ChargingStationCertificate installed | A05 | A05.FR.03 | AdvancedSecurity C AQ-3 | 3+ | 27
TC_A_22_CS | Upgrade Charging Station Security Profile - Downgrade security profile - Rejected | A05,B09 | B09.FR.04 | Core M | 3+ | 28
TC_A_23_CS | Update Charging Station Certificate by request of CSMS - CertificateSignedRequest Timeout | A02,F06 | A02.FR.17,A02.FR.18 | AdvancedSecurity C AS-3 | 3+ | 22
TC_A_01_CSMS | Basic Authentication - Valid username/password combination | A00,B01 | A00.FR.204,B01.FR.02 | Core M | 3 | 581
TC_A_02_CSMS | Basic Authentication - Username does not equal ChargingStationId | A00 | A00.FR.204 | Core M | 3 | 582
TC_A_03_CSMS | Basic Authentication - Invalid password | A00 | A00.FR.204 | Core M | 3 | 583
TC_A_04_CSMS | TLS - server-side certificate - Valid certificate | A00 | A00.FR.306,A00.FR.307,A00.FR.312,A00.FR.318,A00.FR.321,A00.FR.502,A00.FR.503,A00.FR.507,A00.FR.508,A00.FR.510 | Core M | 3 | 584
TC_A_06_CSMS | TLS - server-side certificate - TLS version too low | A00 | A00.FR.314,A00.FR.315,A00.FR.409,A00.FR.416,A00.FR.417,A00.FR.418 | Core M | 3 | 587
TC_A_07_CSMS | TLS - Client-side certificate - valid certificate | A00 | A00.FR.409,A00.FR.410,A00.FR.415,A00.FR.416,A00.FR.421 | AdvancedSecurity M | 3 | 589
TC_A_08_CSMS | TLS - Client-side certificate - Invalid certificate | A00 | A00.FR.405,A00.FR.407,A00.FR.409,A00.FR.410 | AdvancedSecurity M | 3 | 591
TC_A_09_CSMS | Update Charging Station Password for HTTP Basic Authentication - Accepted | A01 | A01.FR.02,A01.FR.03 | Core M | 3 | 593
TC_A_10_CSMS | Update Charging Station Password for HTTP Basic Authentication - Rejected | A01 | A01.FR.02,A01.FR.04,A01.FR.05 | Core M | 3 | 594
TC_A_11_CSMS | Update Charging Station Certificate by request of CSMS - Success - Charging Station Certificate | A02,F06 | A02.FR.11,A02.FR.14,F06.FR.01 | AdvancedSecurity M | 3+ | 595
TC_A_12_CSMS | Update Charging Station Certificate by request of CSMS - Success - V2G Certificate | A02,F06 | A02.FR.11,F06.FR.01 | ISO15118 M | 3 | 596
TC_A_13_CSMS | Update Charging Station Certificate by request of CSMS - Success - Combined Certificate | A02 | A02.FR.11 |  | 3, removed 2025-02+ | 597
TC_A_14_CSMS | Update Charging Station Certificate by request of CSMS - Invalid certificate | A02 |  | AdvancedSecurity M | 3+ | 598
TC_A_19_CSMS | Upgrade Charging Station Security Profile - Accepted | A05 | A05.FR.04,A05.FR.07 | Core M | 3+ | 599
TC_B_01_CS | Cold Boot Charging Station - Accepted | B01 | B01.FR.01,B01.FR.05,B01.FR.09 | Core M | 3 | 29
TC_B_02_CS | Cold Boot Charging Station - Pending | B02,F06 | B02.FR.01,B02.FR.02,B02.FR.04,B02.FR.05,B02.FR.06,B02.FR.08,F06.FR.17 | Core M | 3 | 30
TC_B_03_CS | Cold Boot Charging Station - Rejected | B03 | B03.FR.02,B03.FR.04,B03.FR.06 | Core M | 3 | 33
TC_B_06_CS | Get Variables - single value | B06 | B06.FR.01,B06.FR.02,B06.FR.03,B06.FR.04,B06.FR.10,B06.FR.11 | Core M | 3 | 35
TC_B_07_CS | Get Variables - multiple values | B06 | B06.FR.01,B06.FR.02,B06.FR.03,B06.FR.04,B06.FR.10 | Core M | 3 | 36
TC_B_09_CS | Set Variables - single value | B05 | B05.FR.01,B05.FR.02,B05.FR.03,B05.FR.10,B05.FR.12 | Core M | 3 | 40
TC_B_10_CS | Set Variables - multiple values | B05 | B05.FR.01,B05.FR.02,B05.FR.03,B05.FR.10,B05.FR.12 | Core M | 3 | 41
TC_B_11_CS | Set Variables - invalidly formatted values | B05 | B05.FR.07 | Core M | 3 | 45
TC_B_12_CS | Get Base Report - ConfigurationInventory | B07 | B07.FR.01,B07.FR.03,B07.FR.04,B07.FR.07,B07.FR.10,B07.FR.12 | Core M | 3 | 49
TC_B_13_CS | Get Base Report - FullInventory | B07 | B07.FR.01,B07.FR.03,B07.FR.04,B07.FR.08,B07.FR.10,B07.FR.12 | Core M | 3 | 50
TC_B_14_CS | Get Base Report - SummaryInventory | B07 | B07.FR.01,B07.FR.03,B07.FR.04,B07.FR.09,B07.FR.10,B07.FR.12 | AdvancedDeviceManagement M; Core C C-56 | 3+ | 51
TC_B_15_CS | Get Base Report - Not Supported base report | B07 | B07.FR.02 | Core C Not C-56 | 3 | 52
TC_B_16_CS | Get Custom Report - with component criteria | B08 | B08.FR.01,B08.FR.03,B08.FR.04,B08.FR.07,B08.FR.09,B08.FR.10,B08.FR.12,B08.FR.13,B08.FR.14 | AdvancedDeviceManagement M | 3+ | 53
TC_B_17_CS | Get Custom Report - with component/variable | B08 | B08.FR.01,B08.FR.03,B08.FR.04,B08.FR.11,B08.FR.12,B08.FR.14 | AdvancedDeviceManagement M | 3 | 54
TC_B_18_CS | Get Custom Report - with component criteria and component/variable | B08 | B08.FR.01,B08.FR.03,B08.FR.04,B08.FR.05,B08.FR.11,B08.FR.12,B08.FR.14,B08.FR.15 | AdvancedDeviceManagement M | 3 | 55
TC_B_19_CS | Get Custom Report - for unknown component criteria | B08 | B08.FR.02 |  | 3 | 57
TC_B_20_CS | Reset Charging Station - Without ongoing transaction - OnIdle | B11 | B11.FR.01,B11.FR.03,B11.FR.04,B01.FR.03 | Core M | 3 | 58
TC_B_21_CS | Reset Charging Station - With Ongoing Transaction - OnIdle | B12 | B12.FR.01,B12.FR.03 | Core M | 3 | 59
TC_B_22_CS | Reset Charging Station - With Ongoing Transaction - Immediate | B12 | B12.FR.02,B12.FR.04,E07.FR.03,B01.FR.03 | Core M | 3 | 61
TC_B_23_CS | Reset Charging Station - Unavailable persists reset | B11 | B11.FR.01,B11.FR.02,B11.FR.03,B11.FR.04,B01.FR.03 | Core M | 3 | 63
TC_B_24_CS | Reset Charging Station - Reserved persists reset | B11 | B11.FR.01,B11.FR.03,B11.FR.04,B11.FR.05,B01.FR.03 | Reservation M | 3+ | 65
TC_B_25_CS | Reset EVSE - Without ongoing transaction | B11 | B11.FR.01,B11.FR.08,B11.FR.10 | Core C C-13 | 3 | 68
TC_B_26_CS | Reset EVSE - With Ongoing Transaction - OnIdle | B12 | B12.FR.01,B12.FR.07 | Core C C-13 | 3 | 69
TC_B_27_CS | Reset EVSE - With Ongoing Transaction - Immediate | B12 | B12.FR.02,B12.FR.08,E07.FR.03 | Core C C-13 | 3 | 70
TC_B_28_CS | Reset EVSE - Not Supported | B11,B12 | B11.FR.01,B11.FR.09,B12.FR.01,B12.FR.09 | Core C NOT C-13 | 3 | 71
TC_B_29_CS | Reset EVSE - With ongoing transaction - Not Supported | B11 | B12.FR.01,B12.FR.09 | Core C NOT C-13 | 3 | 72
TC_B_30_CS | Cold Boot Charging Station - Pending/Rejected - SecurityError | B03 | B03.FR.08 | Core M | 3 | 34
TC_B_32_CS | Get Variables - Unknown component | B06 | B06.FR.06 | Core M | 3 | 37
TC_B_33_CS | Get Variables - Unknown variable | B06 | B06.FR.07 | Core M | 3 | 38
TC_B_34_CS | Get Variables - Not supported attribute type | B06 | B06.FR.08 | Core M | 3 | 39
TC_B_35_CS | Set Variables - Unknown component | B05 | B05.FR.04 | Core M | 3 | 42
TC_B_36_CS | Set Variables - Unknown variable | B05 | B05.FR.05 | Core M | 3 | 43
TC_B_37_CS | Set Variables - Not supported attribute type | B05 | B05.FR.06 | Core M | 3 | 44
TC_B_39_CS | Set Variables - Read-only | B05 | B05.FR.09 | Core M | 3 | 48
TC_B_41_CS | Reset Charging Station - With multiple ongoing transactions - OnIdle | B12 | B12.FR.01,B12.FR.03,E07.FR.03 | Core C HFS-8 > 1 | 3 | 66
TC_B_43_CS | Set new NetworkConnectionProfile - Rejected | B09 | B09.FR.02 | Core M | 3 | 73
TC_B_45_CS | Migrate to new ConnectionProfile - Success - Same CSMS Root | B09,B10 | B09.FR.01,B10.FR.01,B10.FR.04,B10.FR.06 | Core M | 3+ | 74
TC_B_46_CS | Migrate to new ConnectionProfile - Fallback mechanism - Same CSMS Root | B10 | B10.FR.03,B10.FR.04 | Core M | 3+ | 76
TC_B_47_CS | Migrate to new ConnectionProfile - Fallback after NetworkProfileConnectionAttempts per NetworkConfigurationPriority failed - New CSMS Root - New CSMS | B09,B10,M05 | B10.FR.07,M05.FR.15,M05.FR.16 | Core C AS-2 and C-47 | 3+ | 78
TC_B_49_CS | Migrate to new ConnectionProfile - Fallback after NetworkProfileConnectionAttempts per NetworkConfigurationPriority failed - Same CSMS Root | B10 | B10.FR.07 | Core C C-47 | 3+ | 81
TC_B_50_CS | Migrate to new ConnectionProfile - Success - New CSMS Root - New CSMS | B10,M05 | M05.FR.13 | Core M | 3+ | 83
TC_B_51_CS | Status change during offline period - > Offline Threshold | B04 | B04.FR.01 | Core M | 3 | 84
TC_B_52_CS | Status change during offline period - < Offline Threshold | B04 | B04.FR.02 | Core M | 3 | 86
TC_B_53_CS | Get Base Report - Test mandatory DM variables via FullInventory | B07 |  | Core M | 3+ | 87
TC_B_54_CS | Get Custom Report - with component/variable, but no instance | B08 | B08.FR.01,B08.FR.03,B08.FR.04,B08.FR.11,B08.FR.12,B08.FR.14 | AdvancedDeviceManagement M | 3 | 88
TC_B_55_CS | Get Custom Report - with component/variable/instance | B08 | B08.FR.01,B08.FR.03,B08.FR.04,B08.FR.11,B08.FR.12,B08.FR.14 | AdvancedDeviceManagement M | 3 | 89
TC_B_56_CS | Get Custom Report - with component/variable, but no evseId | B08 | B08.FR.01,B08.FR.03,B08.FR.04,B08.FR.11,B08.FR.12,B08.FR.14 | AdvancedDeviceManagement M | 3 | 90
TC_B_57_CS | Network Reconnection - After connection loss | Part 4 5.3 |  | Core M | 3+ | 91
TC_B_01_CSMS | Cold Boot Charging Station - Accepted | B01 | B01.FR.02 | Core M | 3 | 600
TC_B_02_CSMS | Cold Boot Charging Station - Pending | B02 | B02.FR.01,B02.FR.06 | Core C C-44 | 3 | 601
TC_B_06_CSMS | Get Variables - single value | B06 | B06.FR.01,B06.FR.02,B06.FR.03,B06.FR.04,B06.FR.10,B06.FR.11 | Core M | 3 | 605
TC_B_07_CSMS | Get Variables - multiple values | B06 | B06.FR.01,B06.FR.02,B06.FR.03 | Core C C-45 | 3 | 606
TC_B_08_CSMS | Get Variables - limit to maximum number of values | B06 | B06.FR.05 |  | 3 | 607
TC_B_09_CSMS | Set Variables - single value | B05 | B05.FR.01,B05.FR.02,B05.FR.03,B05.FR.10,B05.FR.12 | Core M | 3 | 608
TC_B_10_CSMS | Set Variables - multiple values | B05 | B05.FR.01,B05.FR.02,B05.FR.03 | Core C C-46 | 3 | 609
TC_B_12_CSMS | Get Base Report - ConfigurationInventory | B07 | B07.FR.07 | Core C C-17; AdvancedDeviceManagement M | 3 | 610
TC_B_13_CSMS | Get Base Report - FullInventory | B07 | B07.FR.08 | Core C C-50.2 | 3 | 611
TC_B_14_CSMS | Get Base Report - SummaryInventory | B07 | B07.FR.09 | AdvancedDeviceManagement M | 3 | 612
TC_B_18_CSMS | Get Custom Report - with componentCriteria and component/variables | B08 | B08.FR.01,B08.FR.03 | AdvancedDeviceManagement M | 3 | 613
TC_B_20_CSMS | Reset Charging Station - Without ongoing transaction - OnIdle | B11 | B11.FR.04 | Core M | 3+ | 614
TC_B_21_CSMS | Reset Charging Station - With Ongoing Transaction - OnIdle | B12 | B12.FR.01,B12.FR.03,E07.FR.03 | Core M | 3+ | 615
TC_B_22_CSMS | Reset Charging Station - With Ongoing Transaction - Immediate | B12 |  | Core M | 3+ | 617
TC_B_25_CSMS | Reset EVSE - Without ongoing transaction | B11 | B11.FR.04 | Core C C-13 | 3 | 619
TC_B_26_CSMS | Reset EVSE - With Ongoing Transaction - OnIdle | B12 | B12.FR.07 | Core C C-13 | 3 | 620
TC_B_27_CSMS | Reset EVSE - With Ongoing Transaction - Immediate | B12 |  | Core C C-13 | 3 | 621
TC_B_30_CSMS | Cold Boot Charging Station - Pending/Rejected - SecurityError | B02,B03 | B02.FR.09,B03.FR.07 | Core C C-44 or NOT AQ-16 | 3+ | 603
TC_B_31_CSMS | Cold Boot Charging Station - Pending/Rejected - TriggerMessage | B02,F06 |  | Core C C-44 or NOT AQ-16 | 3+ | 604
TC_B_42_CSMS | Set new NetworkConnectionProfile - Accepted | B09 | B09.FR.01 | Core M | 3 | 622
TC_B_44_CSMS | Set new NetworkConnectionProfile - Failed | B09 | B09.FR.03 | Core M | 3 | 623
TC_B_58_CSMS | WebSocket Subprotocol validation | Part 4 3.1.2 |  | Core M | 3 with errata 2025-04+ |
TC_C_02_CS | Local start transaction - Authorization Invalid/Unknown | C01,C04,C06 | C01.FR.02,C06.FR.02 | Core C (C-30 or C-31 or C-32) and NOT AQ-2 | 3 | 92
TC_C_04_CS | Local Stop Transaction - Different idToken | C01,C04,E07 | C01.FR.02,C01.FR.03 | Core C C-30 or C-31 or C-32 | 3 | 94
TC_C_05_CS | Local start transaction - Authorization invalid - Cable lock | C01,C04,C06 | C01.FR.02,C06.FR.02 | Core C (C-30 or C-31 or C-32) and AQ-2 | 3 | 93
TC_C_06_CS | Local start transaction - Authorization Blocked | C01 | C01.FR.02 | Core C NOT AQ-2 and (C-30 or C-31 or C-32) | 3 | 95
TC_C_07_CS | Local start transaction - Authorization Expired | C01 | C01.FR.02 | Core C NOT AQ-2 and (C-30 or C-31 or C-32) | 3 | 96
TC_C_08_CS | Authorization through authorization cache - Accepted | C12 | C12.FR.02,C12.FR.04 | Core C C-49 | 3+ | 97
TC_C_09_CS | Authorization through authorization cache - Invalid & Not Accepted | C12 | C12.FR.05,C10.FR.03 | Core C C-49 | 3+ | 98
TC_C_10_CS | Authorization through authorization cache - Blocked | C12 | C12.FR.05,C10.FR.03 | Core C C-49 | 3+ | 99
TC_C_11_CS | Authorization through authorization cache - Expired | C12 | C12.FR.05,C10.FR.03 | Core C C-49 | 3+ | 100
TC_C_12_CS | Authorization through authorization cache - Invalid & Accepted | C12 | C12.FR.05,C10.FR.03 | Core C C-49 | 3+ | 101
TC_C_13_CS | Authorization through authorization cache - Accepted but cable not connected yet. | C12 | C12.FR.02,C12.FR.04 | Core C C-49 | 3+ | 102
TC_C_14_CS | Authorization through authorization cache - GroupID equal to MasterPassGroupId. | C12 | C12.FR.09,C16.FR.03 |  | 3+ | 103
TC_C_15_CS | Authorization through authorization cache - StopTxOnInvalidId = false, MaxEnergyOnInvalidId > 0 | C12 | C12.FR.02,C12.FR.04 | Core C C-49 and C-03 and (C-30 or C-31 or C-32 or C-34) | 3+ | 104
TC_C_16_CS | Authorization through authorization cache - StopTxOnInvalidId = true | C12 | C12.FR.02,C12.FR.04 | Core C C-49 and (C-30 or C-31 or C-32 or C-34) | 3+ | 106
TC_C_17_CS | Authorization through authorization cache - StopTxOnInvalidId = false | C12 | C12.FR.02,C12.FR.04 | Core C C-49 and (C-30 or C-31 or C-32 or C-34) | 3+ | 108
TC_C_18_CS | Authorization through authorization cache - StopTxOnInvalidId = true, MaxEnergyOnInvalidId > 0 | C12 | C12.FR.02,C12.FR.04 | Core C C-49 and C-03 and (C-30 or C-31 or C-32 or C-34) | 3+ | 110
TC_C_21_CS | Offline authorization through local authorization list - Accepted | C13 | C13.FR.02 | LocalAuthList C C-30 or C-31 or C-32 or C-34 | 3+ | 143
TC_C_22_CS | Offline authorization through local authorization list - Invalid | C13 | C13.FR.02 | LocalAuthList C C-30 or C-31 or C-32 or C-34 | 3+ | 144
TC_C_23_CS | Offline authorization through local authorization list - Blocked | C13 | C13.FR.02 | LocalAuthList C C-30 or C-31 or C-32 or C-34 | 3+ | 145
TC_C_24_CS | Offline authorization through local authorization list - Expired | C13 | C13.FR.02 | LocalAuthList C C-30 or C-31 or C-32 or C-34 | 3+ | 146
TC_C_25_CS | Offline authorization through local authorization list - Local Authorization List > Authorization Cache | C13,C14 | C13.FR.01,C14.FR.01 | LocalAuthList C C-30 or C-31 or C-32 or C-34 | 3+ | 147
TC_C_26_CS | Offline Authorization - Unknown Id | C15,C13 | C15.FR.02,C15.FR.06,C15.FR.08,C13.FR.04 | Core C C-02 and (C-30 or C-31 or C-32) | 3+ | 148
TC_C_27_CS | Online authorization through local authorization list - Accepted | C14 | C14.FR.02 | LocalAuthList M | 3+ | 113
TC_C_28_CS | Online authorization through local authorization list - Invalid & Not Accepted | C14 | C14.FR.03 | LocalAuthList M | 3+ | 114
TC_C_29_CS | Online authorization through local authorization list - Blocked | C14 | C14.FR.03 | LocalAuthList M | 3+ | 115
TC_C_30_CS | Online authorization through local authorization list - Expired | C14 | C14.FR.03 | LocalAuthList M | 3+ | 116
TC_C_31_CS | Online authorization through local authorization list - Invalid & Accepted | C14 | C14.FR.03 | LocalAuthList M | 3+ | 117
TC_C_32_CS | Store Authorization Data in the Authorization Cache - Persistent over reboot | C10 | C10.FR.02 | Core C C-49 | 3+ | 119
TC_C_33_CS | Store Authorization Data in the Authorization Cache - Update on AuthorizeResponse | C10 | C10.FR.04,C12.FR.06 | Core C C-49 | 3+ | 120
TC_C_34_CS | Store Authorization Data in the Authorization Cache - Update on TransactionResponse | C10 | C10.FR.05,C12.FR.06 | Core C C-49 | 3+ | 122
TC_C_36_CS | Store Authorization Data in the Authorization Cache - AuthCacheCtrlr.LocalPreAuthorize = false | C10 | C10.FR.11 | Core C C-49 | 3+ | 123
TC_C_37_CS | Clear Authorization Data in Authorization Cache - Accepted | C11 | C11.FR.01,C11.FR.02,C11.FR.03 | Core C C-49 | 3+ | 124
TC_C_38_CS | Clear Authorization Data in Authorization Cache - Rejected | C11 | C11.FR.01,C11.FR.02,C11.FR.04 | Core C C-49 | 3+ | 125
TC_C_39_CS | Authorization by GroupId - Success | C09 | C09.FR.02,C09.FR.03,C09.FR.05 | Core C C-30 or C-31 or C-32 | 3 | 126
TC_C_40_CS | Authorization by GroupId - Success with Local Authorization List | C09 | C09.FR.02,C09.FR.03,C09.FR.07 | LocalAuthList C C-30 or C-31 or C-32 or C-34 | 3+ | 128
TC_C_41_CS | Authorization by GroupId - Success with Authorization Cache | C09 | C09.FR.02,C09.FR.03,C09.FR.07 | Core C C-49 and (C-30 or C-31 or C-32 or C-34) | 3+ | 130
TC_C_42_CS | Authorization by GroupId - Not stopped by GroupId | C09 | C09.FR.11 | Core C C-30 or C-31 or C-32 | 3 | 132
TC_C_43_CS | Authorization by GroupId - Invalid status with Local Authorization List | C09 | C09.FR.02,C09.FR.03,C09.FR.07 | LocalAuthList C C-30 or C-31 or C-32 or C-34 | 3+ | 134
TC_C_44_CS | Authorization by GroupId - Invalid status with Authorization Cache | C09 | C09.FR.02,C09.FR.03,C09.FR.07 | Core C C-49 and (C-30 or C-31 or C-32 or C-34) | 3+ | 136
TC_C_45_CS | Authorization by GroupId - Master pass - Not able to start transaction + groupId | C09 | C16.FR.03 | Core C (C-30 or C-31 or C-32) AND (C-07 OR C-08) | 3 | 138
TC_C_46_CS | Store Authorization Data in the Authorization Cache - AuthCacheLifeTime | C10 | C10.FR.08 | Core C C-49 and C-53 | 3+ | 139
TC_C_47_CS | Stop Transaction with a Master Pass - With UI - All transactions | C16 | C16.FR.01 | Core C C-07 and (C-30 or C-31 or C-32) | 3+ | 140
TC_C_48_CS | Stop Transaction with a Master Pass - With UI - Specific transactions | C16 | C16.FR.01 | Core C C-07 and (C-30 or C-31 or C-32) | 3 | 141
TC_C_49_CS | Stop Transaction with a Master Pass - Without UI | C16 | C16.FR.02 | Core C C-08 and (C-30 or C-31 or C-32) | 3 | 142
TC_C_50_CS | Authorization using Contract Certificates 15118 - Online - Local contract certificate validation - Accepted | C07 | C07.FR.01,C07.FR.02 | ISO15118 M | 3+ | 149
TC_C_51_CS | Authorization using Contract Certificates 15118 - Online - Local contract certificate validation - Rejected | C07 | C07.FR.01,C07.FR.02 | ISO15118 M | 3+ | 150
TC_C_52_CS | Authorization using Contract Certificates 15118 - Online - Central contract certificate validation - Accepted | C07 | C07.FR.01,C07.FR.02,C07.FR.06 | ISO15118 C ISO-5 | 3+ | 151
TC_C_53_CS | Authorization using Contract Certificates 15118 - Online - Central contract validation fails | C07 |  | ISO15118 C ISO-5 | 3+ | 152
TC_C_54_CS | Authorization using Contract Certificates 15118 - Offline - ContractValidationOffline is true | C07 | C07.FR.08,C07.FR.09,C07.FR.10,C07.FR.11,C07.FR.12 | ISO15118 M | 3+ | 153
TC_C_55_CS | Authorization using Contract Certificates 15118 - Offline - ContractValidationOffline is false | C07 | C07.FR.07 | ISO15118 M | 3+ | 155
TC_C_56_CS | Local start transaction - Authorization Unknown | C01 | C01.FR.02 | Core C C-30 or C-31 or C-32 | 3 | 157
TC_C_57_CS | Authorization through authorization cache - AuthCacheDisablePostAuthorize | C12 | C12.FR.05,C10.FR.03 | Core C C-59 and C-49 | 3+ | 112
TC_C_58_CS | Online authorization through local authorization list - LocalAuthListDisablePostAuthorize | C14 | C14.FR.03 | LocalAuthList C LA-3 | 3+ | 118
TC_C_02_CSMS | Local start transaction - Authorization Invalid/Unknown | C01,C04,C06 | C01.FR.07,C04.FR.01,C06.FR.04 | Core M | 3 | 624
TC_C_06_CSMS | Local start transaction - Authorization Blocked | C01 | C01.FR.07 | Core M | 3 | 625
TC_C_07_CSMS | Local start transaction - Authorization Expired | C01 | C01.FR.07 | Core M | 3 | 626
TC_C_08_CSMS | Authorization through authorization cache - Accepted | C12 | C12.FR.03 | Core M | 3 | 627
TC_C_20_CSMS | Authorization through authorization cache - Invalid | C12 | C12.FR.03 | Core M | 3 | 628
TC_C_37_CSMS | Clear Authorization Data in Authorization Cache - Accepted | C11 |  | Core M | 3 | 629
TC_C_38_CSMS | Clear Authorization Data in Authorization Cache - Rejected | C11 |  | Core M | 3 | 630
TC_C_39_CSMS | Authorization by GroupId - Success | C09 | C09.FR.02,C09.FR.03 | Core M | 3 | 631
TC_C_40_CSMS | Authorization by GroupId - Success with Local Authorization List | C09 | C09.FR.02,C09.FR.03 | LocalAuthList M | 3 | 633
TC_C_43_CSMS | Authorization by GroupId - Invalid status with Local Authorization List | C09 | C09.FR.02,C09.FR.03 | LocalAuthList M | 3 | 634
TC_C_47_CSMS | Stop Transaction with a Master Pass - With UI - All transactions | C16 | C16.FR.01 | Core M | 3 | 636
TC_C_48_CSMS | Stop Transaction with a Master Pass - With UI - Specific transactions | C16 | C16.FR.01 | Core M | 3 | 637
TC_C_49_CSMS | Stop Transaction with a Master Pass - Without UI | C16 | C16.FR.02 | Core M | 3 | 638
TC_C_50_CSMS | Authorization using Contract Certificates 15118 - Online - Local contract certificate validation - Accepted | C07 | C07.FR.04 | ISO15118 M | 3+ | 639
TC_C_51_CSMS | Authorization using Contract Certificates 15118 - Online - Local contract certificate validation - Rejected | C07 | C07.FR.16 | ISO15118 M | 3 | 640
TC_C_52_CSMS | Authorization using Contract Certificates 15118 - Online - Central contract certificate validation - Accepted | C07 | C07.FR.04,C07.FR.05 | ISO15118 M | 3+ | 641
TC_D_01_CS | Send Local Authorization List - Full | D01 | D01.FR.02,D01.FR.15 | LocalAuthList M | 3 | 158
TC_D_02_CS | Send Local Authorization List - Differential Update | D01 | D01.FR.02,D01.FR.16 | LocalAuthList M | 3 | 159
TC_D_03_CS | Send Local Authorization List - Differential Remove | D01 | D01.FR.02,D01.FR.17 | LocalAuthList M | 3 | 160
TC_D_04_CS | Send Local Authorization List - Full with empty list | D01 | D01.FR.02,D01.FR.04 | LocalAuthList M | 3 | 161
TC_D_05_CS | Send Local Authorization List - Differential with empty list | D01 | D01.FR.02,D01.FR.05 | LocalAuthList M | 3 | 162
TC_D_06_CS | Send Local Authorization List - VersionMismatch | D01 | D01.FR.19 | LocalAuthList M | 3 | 163
TC_D_07_CS | Send Local Authorization List - Persistent over reboot | D01 | D01.FR.10 | LocalAuthList M | 3 | 164
TC_D_08_CS | Get Local List Version - Success | D02 | D02.FR.01 | LocalAuthList M | 3 | 165
TC_D_10_CS | Get Local List Version - Function disabled | D02 | D02.FR.03 | LocalAuthList M | 3 | 166
TC_D_01_CSMS | Send Local Authorization List - Full | D01 | D01.FR.01,D01.FR.06,D01.FR.18 | LocalAuthList M | 3+ | 642
TC_D_02_CSMS | Send Local Authorization List - Differential Update | D01 | D01.FR.01,D01.FR.06,D01.FR.18 | LocalAuthList M | 3 | 643
TC_D_03_CSMS | Send Local Authorization List - Differential Remove | D01 | D01.FR.01,D01.FR.06,D01.FR.18,D01.FR.17 | LocalAuthList M | 3 | 644
TC_D_04_CSMS | Send Local Authorization List - Full with empty list | D01 | D01.FR.01,D01.FR.06,D01.FR.18 | LocalAuthList M | 3 | 645
TC_D_08_CSMS | Get Local List Version - Success | D02 |  | LocalAuthList C LA-2 | 3 | 646
TC_D_09_CSMS | Get Local List Version - No list available | D02 |  | LocalAuthList M | 3 | 647
`;
