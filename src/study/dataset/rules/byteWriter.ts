const encoder = new TextEncoder();

/** Numbers and texts one after the other as bytes, the least first, as SPSS and R read them. */
export class ByteWriter {
  private buffer = new Uint8Array(1 << 16);
  private view = new DataView(this.buffer.buffer);
  private at = 0;

  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.at);
  }

  int(value: number): void {
    this.view.setInt32(this.room(4), value, true);
  }

  long(value: number): void {
    this.view.setBigInt64(this.room(8), BigInt(value), true);
  }

  double(value: number): void {
    this.view.setFloat64(this.room(8), value, true);
  }

  raw(bytes: Uint8Array): void {
    const at = this.room(bytes.length);
    this.buffer.set(bytes, at);
  }

  /** A text with spaces up to this many bytes. */
  text(text: string, width: number): void {
    const at = this.room(width);
    this.buffer.fill(0x20, at, at + width);
    this.buffer.set(encoder.encode(text).subarray(0, width), at);
  }

  /** The number of bytes of a text, then the text, filled up to a multiple. */
  counted(text: string, multiple: number): void {
    const { length } = encoder.encode(text);
    this.int(length);
    this.text(text, Math.ceil(length / multiple) * multiple);
  }

  /** The label of a value: its number of bytes in one byte, and both together filled up to a multiple of eight. */
  label(text: string): void {
    const { length } = encoder.encode(text);
    const at = this.room(1);
    this.buffer[at] = length;
    this.text(text, Math.ceil((length + 1) / 8) * 8 - 1);
  }

  private room(size: number): number {
    const at = this.at;
    this.at += size;
    if (this.at > this.buffer.length) {
      const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.at));
      larger.set(this.buffer);
      this.buffer = larger;
      this.view = new DataView(larger.buffer);
    }
    return at;
  }
}

/** How many bytes a text takes, without making them. */
export function bytesIn(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1; // each half of a pair of units takes two of four bytes
  }
  return bytes;
}

/** The text in so many bytes, with whole characters only. */
export function fitted(text: string, bytes: number): string {
  if (bytesIn(text) <= bytes) return text;
  let kept = "";
  let used = 0;
  for (const sign of text) {
    used += encoder.encode(sign).length;
    if (used > bytes) break;
    kept += sign;
  }
  return kept;
}
