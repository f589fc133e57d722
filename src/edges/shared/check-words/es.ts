import type { WordsOfChecks } from "./words-of-checks.ts";

export const spanishChecks: WordsOfChecks = {
  settings: {
    title: "Lo guardado sobre el proveedor está completo",
    remedy: "Cambie el proveedor e indique el ajuste que se nombra.",
  },
  "endpoint-reached": {
    title: "El servidor del proveedor responde",
    remedy:
      "Compruebe la dirección y que un cortafuegos deje pasar a Guesthouse. Una dirección de su propia red tiene que permitirse con GUESTHOUSE_OUTBOUND_ALLOW.",
  },
  "tls-certificate": {
    title: "El certificado del servidor es válido",
    remedy: "El operador del proveedor renueva el certificado o envía con él la cadena completa.",
  },
  "metadata-understood": {
    title: "Lo que el proveedor publica sobre sí mismo se puede usar",
    remedy:
      "Indique el propio emisor o la dirección de sus metadatos, y compare lo publicado con la documentación.",
  },
  "keys-readable": {
    title: "Las claves del proveedor se pueden leer",
    remedy:
      "El operador del proveedor publica las claves de firma en la dirección que indican los metadatos.",
  },
  "signing-certificates": {
    title: "El certificado de firma está dentro de sus fechas",
    remedy:
      "Pida al socio el certificado actual o indique la dirección de los metadatos, para que se lea por sí solo.",
  },
  "client-credentials": {
    title: "El proveedor conoce nuestro cliente y su secreto",
    remedy:
      "Compare el id. de cliente con el registrado en el proveedor, cree allí un secreto nuevo y guárdelo aquí.",
  },
  "domains-proven": {
    title: "Cada dominio deja que el proveedor hable por él",
    remedy:
      "El dueño del dominio publica el registro TXT que se nombra, o usted le quita el dominio al proveedor.",
  },
  "answer-understood": {
    title: "La respuesta se puede leer",
    remedy:
      "Compare lo que envía el proveedor con la página de su tipo en la documentación; el detalle dice qué falta.",
  },
  "answer-belongs-here": {
    title: "La respuesta corresponde a esta solicitud",
    remedy:
      "Empiece la prueba en Guesthouse y no en el proveedor. Si lo hizo, quizá otra ventana respondió antes.",
  },
  "person-agreed": {
    title: "La persona inició sesión y dio su acuerdo",
    remedy:
      "Inicie sesión con una cuenta que pueda usar la aplicación en el proveedor; el detalle es el motivo que da el proveedor.",
  },
  "code-redeemed": {
    title: "El proveedor cambió el código por tokens",
    remedy: "Compare id. de cliente, secreto y URI de redirección con lo registrado en el proveedor.",
  },
  algorithm: {
    title: "El token está firmado con un algoritmo aceptado",
    remedy: "Haga que el proveedor firme con RS256, PS256, ES256 o EdDSA.",
  },
  decryption: {
    title: "La respuesta se puede descifrar",
    remedy: "Dé al socio nuestro certificado de cifrado actual, o haga que el proveedor responda sin cifrar.",
  },
  signature: {
    title: "La firma es de una clave del proveedor",
    remedy:
      "Indique el certificado actual del socio o la dirección de sus metadatos; tras un cambio de claves las antiguas ya no valen.",
  },
  issuer: {
    title: "El emisor es el que se añadió",
    remedy: "Compare los dos emisores. Otro emisor es otro proveedor: añádalo aparte.",
  },
  audience: {
    title: "La respuesta va dirigida a nosotros",
    remedy: "Introduzca en el proveedor la audiencia esperada: nuestro id. de cliente o de entidad.",
  },
  destination: {
    title: "La respuesta se envió a la dirección correcta",
    remedy: "Introduzca nuestra dirección de respuesta en el proveedor tal como la muestra la documentación.",
  },
  recipient: {
    title: "La declaración nombra nuestra dirección de respuesta",
    remedy: "Introduzca nuestra dirección de respuesta en el proveedor tal como la muestra la documentación.",
  },
  nonce: {
    title: "El token responde a esta misma solicitud",
    remedy: "El proveedor tiene que devolver sin cambios el nonce de la solicitud.",
  },
  time: {
    title: "Las horas de la respuesta son correctas",
    remedy: "Ponga en hora los relojes de ambos servidores; pueden diferir dos minutos.",
  },
  "profile-read": {
    title: "Lo que el proveedor sabe de la persona se puede leer",
    remedy: "Permita que la aplicación lea el perfil y las direcciones de correo en el proveedor.",
  },
  subject: {
    title: "La persona se nombra con algo duradero",
    remedy:
      "Envíe para cada persona un identificador (un NameID que no sea transitorio, o la notificación elegida), siempre el mismo.",
  },
  "taken-once": {
    title: "La respuesta llegó por primera vez",
    remedy: "Empiece la prueba de nuevo: una respuesta cuenta una sola vez.",
  },
  address: {
    title: "Llegó una dirección de correo",
    remedy:
      "Haga que el proveedor envíe la dirección de la persona: la notificación email o el atributo emailaddress.",
  },
  "address-verified": {
    title: "El proveedor dice que comprobó la dirección",
    remedy:
      "Haga que el proveedor envíe email_verified como true, o confirme la dirección en la cuenta de allí.",
  },
  "domain-rule": {
    title: "La dirección es de un dominio por el que el proveedor puede hablar",
    remedy:
      "Inicie sesión con una cuenta del dominio del socio, o dé al proveedor el dominio de la dirección.",
  },
};
