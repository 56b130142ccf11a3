export { connect } from './connect.ts';
export { startListener } from './listener.ts';
export { defaultCiphers } from './listener-tls.ts';
export type { RawUpgradeOptions, RawUpgradeResult } from './raw-upgrade.ts';
export { rawUpgrade } from './raw-upgrade.ts';
export type { RpcOptions } from './rpc.ts';
export { createRpc, plainFraming } from './rpc.ts';
export * from './types.ts';
