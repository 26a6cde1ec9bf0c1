import { QRCodeSVG } from "qrcode.react";

/** Words as a code for a camera: dark on light whatever the theme, with the quiet edge that cameras look for. */
export function QrCode({ words, title }: { words: string; title: string }) {
  return <QRCodeSVG className="qr" value={words} title={title} marginSize={4} level="M" />;
}
