import type { Requests } from '../../ocpp/index.ts';
import type { FirmwareImage } from '../options.ts';
import type { FirmwareFacts } from '../parts.ts';
import { defined } from '../payload.ts';
import type { Composer, OrderContext } from './context.ts';
import { time } from './context.ts';
import type { Words } from './words.ts';

/** The image a person names; the only one, or the first, when nobody names one. */
function readImage({ options }: OrderContext, words: Words): FirmwareImage {
  const images = options.firmware ?? [];
  const text = words.text('firmware');
  const image = text === undefined ? images[0] : images.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (image !== undefined) return image;
  if (text === undefined) throw words.impossible('this CSMS has no firmware image to offer');
  throw words.wrong('firmware', text, `one of ${images.map(({ name }) => name).join(', ') || 'none known'}`);
}

/** L01, L02. */
export const updateFirmware: Composer<'UpdateFirmware'> = (context, words) => {
  const now = context.now();
  const facts: FirmwareFacts = {
    requestId: context.newId(),
    image: readImage(context, words),
    retrieveAt: words.moment('download from', now) ?? now,
    installAt: words.moment('install from', now),
  };
  return [context.parts.firmware.order(facts)];
};

/** Honest composition: the signing certificate and the signature go along (L01.FR.11). */
export function composeFirmware({
  requestId,
  image,
  retrieveAt,
  installAt,
}: FirmwareFacts): Requests['UpdateFirmware'] {
  const { location, signature, signingCertificate } = image;
  const firmware = defined({
    location,
    retrieveDateTime: time(retrieveAt),
    installDateTime: installAt === undefined ? undefined : time(installAt),
    signingCertificate,
    signature,
  });
  return { requestId, firmware };
}

function checksumOf(image: FirmwareImage, words: Words): string {
  if (image.checksum === undefined) throw words.impossible(`the checksum of image "${image.name}" is not known`);
  return image.checksum;
}

/** L03. */
export const publishFirmware: Composer<'PublishFirmware'> = (context, words) => {
  const image = readImage(context, words);
  return [{ location: image.location, checksum: checksumOf(image, words), requestId: context.newId() }];
};

/** L04. */
export const unpublishFirmware: Composer<'UnpublishFirmware'> = (context, words) => [
  { checksum: checksumOf(readImage(context, words), words) },
];
