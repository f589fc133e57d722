import { connect, type Socket } from "node:net";

/** An answer, read just far enough for a load generator. */
export interface Answer {
  readonly status: number;
  /** The status line and the headers as they came. */
  readonly head: string;
  readonly body: string;
}

interface Waiting {
  readonly answered: (answer: Answer) => void;
  readonly failed: (error: Error) => void;
}

const endOfHead = "\r\n\r\n";

/**
 * One keep-alive connection for one request at a time. A full HTTP client would cost the load generator
 * several times as much processor as this, and it shares the machine with what it measures.
 */
export class HttpConnection {
  readonly #socket: Socket;
  #waiting: Waiting | undefined;
  #received = "";

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => this.#read(text));
    socket.on("error", (error) => this.#fail(error));
    socket.on("close", () => this.#fail(new Error("the service closed the connection")));
  }

  static open(port: number): Promise<HttpConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => resolve(new HttpConnection(socket)));
      socket.once("error", reject);
    });
  }

  /** Sends a request made by `requestText` and resolves with its answer. */
  send(request: string): Promise<Answer> {
    return new Promise((answered, failed) => {
      this.#waiting = { answered, failed };
      this.#socket.write(request, "latin1");
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #read(text: string): void {
    this.#received = this.#received === "" ? text : this.#received + text;
    const headLength = this.#received.indexOf(endOfHead);
    if (headLength < 0) return;
    const head = this.#received.slice(0, headLength);
    const rest = this.#received.slice(headLength + endOfHead.length);
    const body = completeBody(head, rest);
    if (body === undefined) return;
    this.#received = "";
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.answered({ status: Number(head.slice(9, 12)), head, body });
  }

  #fail(error: Error): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.failed(error);
  }
}

/** The body when all of it has arrived. */
function completeBody(head: string, rest: string): string | undefined {
  const length = headerOf(head, "content-length");
  if (length !== undefined) return rest.length >= Number(length) ? rest : undefined;
  if (headerOf(head, "transfer-encoding") === "chunked")
    return rest.endsWith("0\r\n\r\n") ? rest.replace(/(?:^|\r\n)[0-9a-f]+\r\n/gi, "") : undefined;
  return rest;
}

/** A header's value; its first when there are several. */
export function headerOf(head: string, name: string): string | undefined {
  const start = head.search(new RegExp(`\r\n${name}:`, "i"));
  if (start < 0) return undefined;
  const end = head.indexOf("\r\n", start + 2);
  return head.slice(start + name.length + 3, end < 0 ? undefined : end).trim();
}

/** The text of a request over a kept connection. */
export function requestText(
  method: string,
  path: string,
  port: number,
  headers: Readonly<Record<string, string>> = {},
  body = "",
): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = method === "GET" ? "" : `content-length: ${Buffer.byteLength(body, "latin1")}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: localhost:${port}\r\n${lines.join("")}${length}\r\n${body}`;
}
