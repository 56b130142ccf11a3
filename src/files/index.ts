export { download, upload } from './file-client.ts';
export { startFileServer, uploadLimit } from './file-server.ts';
export * from './types.ts';
