import type { ApprovalTexts } from "./en.ts";

/** What mails about requests to sign up say, in Arabic. */
export const arabic: ApprovalTexts = {
  "from-name": "{organisation} عبر Guesthouse",
  "request-subject": "يطلب {person} استخدام {application}",
  "request-preheader": "وافق على الطلب أو ارفضه. ينتهي في {date}.",
  "request-intro":
    "يطلب <b>{person}</b> ({address}) أن يصبح ضيفًا لدى {organisation} وأن يستخدم <b>{application}</b>.",
  "proven-by-organisation": "تشهد <b>{proof}</b> بصحة هذا العنوان.",
  "proven-by-code": "أُثبت العنوان برمز أُرسل إليه.",
  answers: "إجابات {person}:",
  decide: "الموافقة أو الرفض",
  "decide-link-beside": "لا يعمل الزر؟ افتح هذا العنوان:",
  "decide-link-alone": "وافق أو ارفض على هذا العنوان:",
  "decide-until":
    "الطلب مفتوح حتى <b>{date}</b>. لا يُنشأ شيء قبل أن يوافق أحد، ومن يقرر أولًا يقرر عن الجميع.",
  "unsure-title": "لا تعرف هذا الشخص؟",
  unsure: "اسأل داخل {organisation} أولًا، أو ارفض الطلب. يقرأ {person} السبب الذي تذكره.",
  "request-why":
    "ترسل إليك {organisation} هذه الرسالة لأنك تقرر بشأن طلبات التسجيل. سلّمها Guesthouse على {host}.",
  "approved-subject": "وافقت {organisation} على طلبك لاستخدام {application}",
  "approved-preheader": "يمكنك استخدام {application} الآن.",
  "approved-intro": "وافقت {organisation} على طلبك. أنت الآن ضيف لديها ويمكنك استخدام <b>{application}</b>.",
  "reason-label": "كتبت {organisation}:",
  open: "فتح {application}",
  "open-link-beside": "لا يعمل الزر؟ افتح هذا العنوان:",
  "open-link-alone": "افتح {application} على هذا العنوان:",
  "sign-in": "سجّل الدخول بالطريقة نفسها التي استخدمتها عند تقديم الطلب.",
  "denied-subject": "رفضت {organisation} طلبك لاستخدام {application}",
  "denied-preheader": "لم يُنشأ أي حساب.",
  "denied-intro": "رفضت {organisation} طلبك لاستخدام <b>{application}</b>. لم يُنشأ لك أي حساب.",
  "denied-todo": "يمكنك تقديم طلب جديد بعد يوم واحد.",
  "denied-ask": "يمكنك تقديم طلب جديد بعد يوم واحد. إذا كانت لديك أسئلة فاكتب إلى {contact}.",
  "decision-why":
    "ترسل إليك {organisation} هذه الرسالة لأنك طلبت حسابًا بهذا العنوان. سلّمها Guesthouse على {host}.",
};
