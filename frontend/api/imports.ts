import type {
  CheckImportBody,
  CheckImportResponse,
  ImportResponse,
  ListImportsResponse,
  OpenImportBody,
} from '../../shared/wire/imports.ts';
import { call } from './client.ts';

/** A request holds 64 kB of JSON and texts of 4,096 characters: fifteen pieces of 3,072 bytes in base64. */
const PIECE = 3_072;
const PART = 15 * PIECE;

/** What can be imported, and what was. */
export function listImports(signal: AbortSignal): Promise<ListImportsResponse> {
  return call('listImports', { signal });
}

/** Sends a file part by part, telling how much has gone. @throws ApiProblem as every call does */
export async function sendFile(file: File, sent: (share: number) => void): Promise<ImportResponse> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  const body: OpenImportBody = { fileName: file.name.slice(-120), sizeBytes: bytes.length, digest };
  const opened = await call<ImportResponse>('openImport', { body });
  const parts = Math.ceil(bytes.length / PART);
  for (let part = 0; part < parts; part += 1) {
    const params = { importId: opened.import.id, part: String(part) };
    await call('sendImportPart', {
      params,
      body: { pieces: piecesOf(bytes.subarray(part * PART, (part + 1) * PART)) },
    });
    sent((part + 1) / parts);
  }
  return opened;
}

/** Reads a sent file under what the person says about it. */
export function checkImport(importId: string, body: CheckImportBody): Promise<CheckImportResponse> {
  return call('checkImport', { params: { importId }, body });
}

/** Takes an import one stretch further. */
export function stepImport(importId: string): Promise<ImportResponse> {
  return call('stepImport', { params: { importId } });
}

function piecesOf(part: Uint8Array): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < part.length; at += PIECE) {
    pieces.push(btoa(String.fromCharCode(...part.subarray(at, at + PIECE))));
  }
  return pieces;
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
