import type { MultipartFile } from "@fastify/multipart";
import type { FastifyReply, FastifyRequest } from "fastify";
import { checkFormToken } from "./server.ts";

/** The form token of an upload: the hidden fields come before the file, so they are known before a byte of it is read. Refuses as any other form. */
export function checkMultipartToken(request: FastifyRequest, reply: FastifyReply, file: MultipartFile): Promise<void> {
  const field = file.fields["_csrf"];
  const token = field && !Array.isArray(field) && field.type === "field" ? String(field.value) : "";
  request.body = { _csrf: token };
  return checkFormToken(request.server, request, reply);
}
