import { define } from '../definition.ts';
import type { DeviceModelConfig, VariableDefinition } from '../types.ts';

/** Errata 2025-09, 2.1: the greatest length a station states lies in 40..64. */
const longestPassword = 64;

export function securityVariables(config: DeviceModelConfig): VariableDefinition[] {
  const { identity, securityProfile, basicAuthPassword, organizationName = 'Assay' } = config;
  const writable = { mutability: 'ReadWrite' } as const;
  return [
    define('SecurityCtrlr', 'BasicAuthPassword', {
      ...(basicAuthPassword === undefined ? {} : { value: basicAuthPassword }),
      mutability: 'WriteOnly',
      maxLimit: longestPassword,
    }),
    define('SecurityCtrlr', 'Identity', { value: identity, maxLimit: 48, constant: true }),
    define('SecurityCtrlr', 'OrganizationName', { value: organizationName, ...writable }),
    define('SecurityCtrlr', 'SecurityProfile', { value: String(securityProfile), persistent: true }),
    define('SecurityCtrlr', 'CertificateEntries', { value: '0', maxLimit: 20, persistent: true }),
    define('SecurityCtrlr', 'AdditionalRootCertificateCheck', { value: 'false' }),
    define('SecurityCtrlr', 'MaxCertificateChainSize', { value: '10000', maxLimit: 10000, constant: true }),
    define('SecurityCtrlr', 'CertSigningWaitMinimum', { value: '30', minLimit: 1, ...writable }),
    define('SecurityCtrlr', 'CertSigningRepeatTimes', { value: '2', minLimit: 0, ...writable }),
    // Both from the errata of 2025-09 (2.5 and 2.62), not in the appendix.
    define('SecurityCtrlr', 'AllowSecurityProfileDowngrade', { value: 'false', dataType: 'boolean', ...writable }),
    define('SecurityCtrlr', 'AllowCSMSTLSWildcards', { value: 'false', dataType: 'boolean', ...writable }),
  ];
}
