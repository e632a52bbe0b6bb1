//! The words that stand over columns: what each field is called in English and Spanish, by programs and by people.
//!
//! Headings are compared as `headings` says: without case, accents, spaces, punctuation, articles and plurals, and with
//! common abbreviations written out, so that a name stands here once. Of two columns that could be a field, the one whose
//! name comes first is; a column that could be two fields is the one that comes first here.

use super::super::field::Field;
use crate::ledger::SheetKind;

/// A field and its names.
pub(super) type Synonyms = (Field, &'static [&'static str]);

/// What the fields of a kind are called.
pub(super) fn of(kind: SheetKind) -> &'static [Synonyms] {
    match kind {
        SheetKind::Credentials => CREDENTIALS,
        SheetKind::Sales => SALES,
    }
}

const COMPANY: Synonyms =
    (Field::Company, &["PartnerName", "Partner", "Nombre del partner", "Nombre del socio", "Nombre de socio"]);

#[rustfmt::skip]
const CREDENTIALS: &[Synonyms] = &[
    COMPANY,
    (Field::Month, &["Month", "Mes", "Exam month", "Mes del examen"]),
    (Field::McpId, &[
        "MCPID", "MCP", "MCP number", "MCP no", "MCID", "MC ID", "Microsoft Certification ID", "Microsoft ID",
        "Microsoft Certified Professional ID", "Certification ID", "Candidate ID", "Transcript ID", "ID de MCP", "ID MCP",
        "Número MCP", "Número de MCP", "Código MCP", "Id de certificación", "Id de Microsoft",
    ]),
    (Field::UserKey, &[
        "AADUserId", "User ID", "User key", "Employee ID", "Employee number", "Employee no", "Employee code", "Staff ID",
        "Staff number", "Personnel number", "Payroll number", "Worker ID", "Id de usuario", "Usuario", "User", "User name",
        "Nombre de usuario", "Login", "Id de empleado", "Id empleado", "Número de empleado", "Nº empleado",
        "Código de empleado", "Matrícula", "Número de personal", "Código de trabajador", "Id de trabajador", "Legajo", "DNI",
        "NIF", "NIE", "Cédula", "RUT", "Número de identificación",
    ]),
    (Field::GivenName, &[
        "IndividualFirstName", "First name", "Given name", "Forename", "First", "Nombre de pila", "Nombre propio",
        "Primer nombre", "Nombre(s)",
    ]),
    (Field::FullName, &[
        "Individual name", "Full name", "Name", "Employee", "Employee name", "Person", "Person name", "Consultant",
        "Consultant name", "Candidate", "Candidate name", "Learner", "Learner name", "Staff", "Staff member", "Staff name",
        "Worker", "Individual", "People", "Team member", "Colleague", "Associate", "Associate name", "Resource",
        "Resource name", "Engineer", "Technician", "Developer", "Student", "Student name", "Trainee", "Participant", "Attendee",
        "Certified person", "Certified professional", "Professional", "Who", "Member", "Holder", "Display name", "Contact name",
        "Name and surname", "Name surname", "Surname and name", "Surname, name", "Last name, first name", "First and last name",
        "Nombre completo", "Nombre y apellidos", "Nombre y apellido", "Apellidos y nombre", "Apellidos, nombre",
        "Apellido y nombre", "Nombre apellidos", "Nombre", "Nombre empleado", "Empleado", "Empleada", "Empleado/a",
        "Empleado(a)", "Nombre del empleado", "Nombre del trabajador", "Persona", "Nombre de la persona", "Consultor",
        "Consultora", "Consultor/a", "Trabajador", "Trabajadora", "Trabajador/a", "Candidato", "Candidata", "Alumno", "Alumna",
        "Alumno/a", "Nombre del alumno", "Nombre del candidato", "Recurso", "Técnico", "Técnica", "Ingeniero", "Ingeniera",
        "Desarrollador", "Colaborador", "Colaboradora", "Nombre del colaborador", "Participante", "Profesional", "Titular",
        "Miembro", "Integrante", "Estudiante", "Compañero", "Plantilla", "Personal", "Quién", "Funcionario",
    ]),
    (Field::Surname, &[
        "IndividualLastName", "Last name", "Surname", "Family name", "Second name", "Last", "Last names", "Apellidos",
        "Apellido", "Primer apellido", "1er apellido", "Apellido 1", "Apellido paterno",
    ]),
    (Field::SecondSurname, &["Segundo apellido", "2º apellido", "Apellido 2", "Apellido materno", "Second surname", "Second last name"]),
    (Field::OfficeEmail, &[
        "CorpEmail", "Corporate email", "Corporate mail", "Corp e-mail address", "Work email", "Work mail", "Office email",
        "Business email", "Company email", "Company mail", "Professional email", "Correo corporativo", "Correo de empresa",
        "Correo empresarial", "Correo profesional", "Correo de trabajo", "Correo laboral", "Correo de la oficina",
        "Correo electrónico corporativo", "Correo electrónico de empresa", "Correo electrónico profesional",
        "Email corporativo", "Email de empresa", "Email profesional", "Email de trabajo", "Mail corporativo",
        "Mail de empresa",
    ]),
    (Field::Email, &[
        "E-mail", "Mail", "E-mail address", "Mail address", "Personal email", "Personal mail", "Private email", "UPN",
        "User principal name", "Email ID", "Employee email", "Candidate email", "Learner email", "Individual email",
        "Contact email", "Correo", "Correo electrónico", "Correo-e", "Correo e", "Dirección de correo",
        "Dirección de correo electrónico", "Dirección de email", "Dirección electrónica", "Correo personal",
        "Correo electrónico personal", "Email personal", "Correo particular", "Email particular", "Correo del empleado",
        "Email del empleado", "Cuenta de correo", "Buzón",
    ]),
    (Field::ExamCode, &[
        "Exam number", "Exam code", "Exam no", "Exam ID", "Exam ref", "Exam reference", "Exam num", "Test number",
        "Test code", "Test ID", "Certification code", "Certificate code", "Certification number", "Certification exam code",
        "Assessment code", "Course code", "MS exam code", "Código de examen", "Código del examen", "Número de examen",
        "Número del examen", "N.º de examen", "Código examen", "Id de examen", "Id del examen", "Ref. examen",
        "Referencia del examen", "Código de prueba", "Código de la prueba", "Código de certificación",
        "Código de la certificación", "Código certificación", "Código del certificado", "Code", "Código",
    ]),
    (Field::Exam, &[
        "TrainingTitle", "Exam", "Exam title", "Exam name", "Exam passed", "Exam taken", "Exam description", "MS exam",
        "Microsoft exam", "Certification name", "Certification", "Certification title", "Certification exam",
        "Microsoft certification", "Cert", "Cert name", "Cert title", "Certificate", "Certificate name", "Certificate title",
        "Credential", "Credential name", "Credential title", "Qualification", "Accreditation", "Skill", "Skill name", "Badge",
        "Badge name", "Assessment", "Assessment name", "Assessment title", "Competency exam", "Test", "Test name",
        "Test title", "Training", "Training name", "Exams", "Exam(s)", "Passed exam", "Achievement", "Award",
        "Examen", "Título del examen", "Nombre del examen", "Nombre examen", "Título examen", "Examen aprobado",
        "Examen superado", "Examen realizado", "Examen Microsoft", "Examen de Microsoft", "Título de examen",
        "Descripción del examen", "Certificación", "Nombre de la certificación", "Nombre certificación",
        "Título de la certificación", "Certificación Microsoft", "Certificación de Microsoft", "Certificación obtenida",
        "Certificado", "Certificado obtenido", "Nombre del certificado", "Título del certificado", "Credencial", "Acreditación",
        "Titulación", "Habilitación", "Insignia", "Logro", "Evaluación", "Nombre de la evaluación", "Prueba",
        "Nombre de la prueba", "Formación", "Título de la formación", "Exámenes aprobados", "Exámenes superados",
    ]),
    (Field::Passed, &[
        "TrainingCompletionDate", "Completion date", "Completed on", "Date completed", "Completed date", "Completed",
        "Pass date", "Passed on", "Passed date", "Exam passed on", "Exam pass date", "Exam passed date", "Date passed",
        "Date of pass", "Date of passing", "Date exam passed", "Exam date", "Exam taken on", "Date taken", "Taken on",
        "Date of exam", "Test date", "Assessment date", "Exam completion date", "Completion", "Date achieved", "Achieved on",
        "Achieved", "Achievement date", "Date earned", "Earned on", "Earned", "Earned date", "Award date", "Awarded on",
        "Date awarded", "Awarded", "Date obtained", "Obtained on", "Obtained", "Date acquired", "Acquired on", "Attained on",
        "Date attained", "Attainment date", "Certification date", "Certified on", "Certified date", "Certified since",
        "Date certified", "Date of certification", "Certificate date", "Certification earned date", "Issue date", "Issued on",
        "Issued", "Date issued", "Date of issue", "Training date", "Success date", "Valid from", "Date", "When", "Day",
        "Fecha de aprobación", "Fecha de aprobado", "Fecha aprobado", "Fecha aprobación", "Aprobado el", "Aprobado en",
        "Aprobado en fecha", "Fecha de examen", "Fecha del examen", "Fecha examen", "Fecha en que aprobó", "Fecha examen aprobado",
        "Fecha de realización", "Fecha de la prueba", "Fecha prueba", "Fecha de superación", "Fecha superado", "Superado el",
        "Fecha de obtención", "Obtenido el", "Obtenida el", "Fecha obtenida", "Fecha obtenido", "Fecha de finalización",
        "Fecha fin", "Finalizado el", "Completado el", "Fecha completado", "Fecha de completado", "Fecha de consecución",
        "Conseguido el", "Fecha conseguido", "Fecha de logro", "Fecha de adquisición", "Fecha de acreditación",
        "Fecha de certificación", "Fecha certificado", "Fecha del certificado", "Certificado el", "Certificado desde",
        "Fecha de emisión", "Fecha de expedición", "Emitido el", "Expedido el", "Fecha de titulación", "Presentado el",
        "Fecha de presentación", "Válido desde", "Fecha", "Día", "Cuándo", "Passed",
    ]),
    (Field::Expires, &[
        "ExpirationDate", "Expiry date", "Expiration", "Expiry", "Expires", "Expires on", "Expire date", "Expired on", "Valid until",
        "Valid to", "Valid till", "Valid through", "Validity", "Valid thru", "End of validity", "Renewal date", "Renew by",
        "Date of expiry", "Certification expiry date", "Retires on", "Caduca", "Caduca el", "Caducidad", "Fecha de caducidad",
        "Fecha caducidad", "Fecha caduca", "Fecha fin de validez", "Fin de validez", "Vencimiento", "Vence", "Vence el",
        "Fecha de vencimiento", "Fecha vencimiento", "Válido hasta", "Válida hasta", "Vigente hasta", "Vigencia",
        "Fin de vigencia", "Fecha fin de vigencia", "Validez", "Expira", "Expira el", "Expiración", "Fecha de expiración",
        "Fecha de renovación", "Renovar antes de",
    ]),
    // "Passed" is the date where no other column is.
    (Field::Result, &[
        "Result", "Results", "Exam result", "Test result", "Outcome", "Pass/Fail", "Pass or fail", "P/F", "Pass", "Pass?",
        "Passed", "Passed?", "Passed (Y/N)", "Passed or failed", "Exam status", "Pass status", "Grade", "Resultado",
        "Resultado del examen", "Resultado examen", "Calificación", "Aprobado", "Aprobado?", "¿Aprobado?", "Aprobado (S/N)",
        "Aprobado sí/no", "Apto", "Apto/No apto", "Superado", "¿Superado?", "Aprobado/Suspenso", "Estado del examen", "Status",
        "Estado", "Situación",
    ]),
    (Field::Score, &[
        "Score", "Exam score", "Test score", "Final score", "Points", "Mark", "Marks", "Puntuación", "Puntuación del examen",
        "Puntuación obtenida", "Puntos", "Puntaje", "Nota", "Nota del examen", "Nota obtenida",
    ]),
];

#[rustfmt::skip]
const SALES: &[Synonyms] = &[
    COMPANY,
    (Field::Day, &[
        "Invoice date", "Inv date", "Date of invoice", "Invoiced on", "Billing date", "Bill date", "Billed on", "Sale date",
        "Sales date", "Date of sale", "Sold on", "Order date", "Ordered on", "Purchase date", "Transaction date",
        "Posting date", "Posted on", "Document date", "Doc date", "Booking date", "Close date", "Closed on", "Revenue date",
        "Usage date", "Charge date", "Date", "Day", "Fecha de factura", "Fecha factura", "Fecha de la factura", "F. factura",
        "Fecha de facturación", "Facturado el", "Fecha de emisión", "Fecha emisión", "Fecha de expedición",
        "Fecha de emisión de la factura", "Fecha emisión factura", "Fecha de venta", "Fecha venta", "Fecha de la venta",
        "Vendido el", "Fecha de pedido", "Fecha del pedido", "Fecha pedido", "Fecha de compra", "Fecha de operación",
        "Fecha operación", "Fecha de la operación", "Fecha de registro", "Fecha de contabilización", "Fecha contable",
        "Fecha documento", "Fecha de documento", "Fecha del documento", "Fecha doc", "Fecha de cargo", "Fecha de cierre",
        "Fecha de transacción", "Fecha", "Día",
    ]),
    (Field::Month, &[
        "Month", "MonthKey", "FiscalMonthName", "Fiscal month", "DateKey", "Invoice month", "Billing month", "Revenue month",
        "Sales month", "Sale month", "Month name", "Calendar month", "Month year", "Usage month", "Billing period", "Period",
        "Year month", "Accounting period", "Mes", "Mes de factura", "Mes de la factura", "Mes de facturación", "Mes factura",
        "Mes de venta", "Mes de la venta", "Mes y año", "Mes/Año", "Año/Mes", "Año y mes", "Nombre del mes", "Mes contable",
        "Periodo", "Periodo de facturación", "Periodo contable",
    ]),
    (Field::Year, &["Year", "Fiscal year", "Calendar year", "Invoice year", "Año", "Ejercicio", "Año fiscal", "Año de factura", "Año natural", "FY"]),
    (Field::Customer, &[
        "CustomerName", "Customer", "Customer company", "Customer company name", "Client", "Client name", "Clients", "End customer",
        "End customer name", "End client", "End user", "Bill to", "Bill-to customer", "Bill to name", "Billed to", "Sold to",
        "Sold-to party", "Sold-to name", "Ship to name", "Buyer", "Buyer name", "Purchaser", "Account name", "Customer account",
        "Customer account name", "Company name", "Organization", "Organisation", "Organization name", "Cliente",
        "Nombre del cliente", "Nombre de cliente", "Nombre cliente", "Cliente nombre", "Cliente final",
        "Nombre del cliente final", "Razón social", "Razón social del cliente", "Nombre fiscal", "Nombre comercial",
        "Denominación social", "Facturado a", "Facturar a", "Vendido a", "Comprador", "Empresa cliente", "Cliente / Empresa",
        "Organización", "Customer no and name", "CustomerTenantName", "TenantDomainName", "Account", "Company", "Empresa",
        "Cuenta", "Tenant", "Domain", "Customer number", "Customer code", "Código de cliente", "Número de cliente",
    ]),
    (Field::Product, &[
        "Product", "Product name", "Product description", "Product title", "Licence", "License", "Licence name", "License name",
        "Licence type", "License type", "License plan", "Offer", "Offer name", "Offering", "Plan", "Plan name",
        "Subscription", "Subscription name", "Subscription plan", "Friendly name", "Solution", "Workload", "Software",
        "Product line", "Product family", "Producto", "Nombre del producto", "Nombre de producto", "Nombre producto",
        "Descripción del producto", "Descripción producto", "Producto / Servicio", "Producto o servicio", "Product/Service",
        "Licencia", "Tipo de licencia", "Nombre de la licencia", "Oferta", "Nombre de la oferta", "Suscripción",
        "Nombre de la suscripción", "Plan contratado", "Producto contratado", "Producto vendido", "Solución",
        "Familia de producto", "Línea de producto", "Item", "Item name", "Item description", "Artículo",
        "Nombre del artículo", "Descripción del artículo", "Servicio", "Service", "Service name", "Concepto", "Description",
        "Line description", "Descripción", "Detalle", "Detail", "Concepto facturado", "RawProductName", "Workloads",
        "WorkloadCategory",
    ]),
    (Field::Sku, &[
        "SKU", "Product SKU", "SKU name", "SKU code", "SKU ID", "ProductPartNumber", "Part number", "Part no", "Product code",
        "Product number", "Product ID", "Offer ID", "Item code", "Item number", "Código de producto", "Código del producto",
        "Código producto", "Código de artículo", "Código artículo", "Código del artículo", "Número de parte",
        "Referencia de producto", "Referencia del producto", "Referencia del artículo", "Id de producto", "Referencia", "Ref",
    ]),
    (Field::Amount, &[
        "BilledRevenueUSD", "Billed revenue", "RevenueUSD", "AdjustedRevenueAmtCD", "Adjusted revenue", "Net new revenue",
        "Net revenue", "Revenue", "Revenue amount", "Net amount", "Net value", "Net sales", "Net price", "Net total",
        "Amount net", "Amount excl. VAT", "Amount excluding VAT", "Amount excl. tax", "Amount without VAT", "Total excl. VAT",
        "Total net", "Subtotal", "Extended price", "Extended amount", "Line amount", "Line total", "Invoice amount",
        "Invoiced amount", "Invoice value", "Billed amount", "Billing amount", "Billings", "Billed", "Invoiced", "Sales amount",
        "Sale amount", "Sales value", "Sales revenue", "Order amount", "Order value", "Contract value", "Deal value",
        "Transaction amount", "Turnover", "Income", "Amount", "Net", "Sales", "Sale", "Charge", "Charges", "Value", "Sum",
        "Importe neto", "Ingresos netos", "Ventas netas", "Venta neta", "Valor neto", "Total neto", "Importe sin IVA",
        "Importe sin impuestos", "Importe antes de impuestos", "Total sin IVA", "Total sin impuestos", "Base imponible", "Base",
        "Base imp.", "Importe base", "Ingresos", "Ingreso", "Importe", "Importe facturado", "Importe de la factura",
        "Importe factura", "Importe de factura", "Importe facturación", "Importe de la venta", "Importe de venta",
        "Importe venta", "Importe de línea", "Importe línea", "Total línea", "Valor de la factura", "Valor factura",
        "Valor de venta", "Monto", "Monto neto", "Monto facturado", "Facturación", "Facturación neta", "Facturado",
        "Total facturado", "Ventas", "Venta", "Cifra de negocio", "Cifra de ventas", "Neto", "Cuantía", "Valor", "Suma",
        "Importe total", "Total amount", "Total revenue", "Total sales", "Total ventas", "Total factura", "Total de la factura",
        "Total invoice", "Invoice total", "Total", "Gross amount", "Gross revenue", "Amount incl. VAT", "Importe bruto",
        "Importe con IVA", "Importe IVA incluido", "Total con IVA", "Total IVA incluido", "AzureConsumedRevenueUSD",
        "CPORRevenue",
    ]),
    (Field::Currency, &[
        "Currency", "Currency code", "Billing currency", "Invoice currency", "Transaction currency", "Curr", "Curr.", "Ccy",
        "Cur", "ISO currency", "Moneda", "Divisa", "Código de moneda", "Código de divisa", "Moneda de factura",
        "Moneda de la factura", "Divisa de la factura", "Tipo de moneda", "Mon.", "Div.",
    ]),
    (Field::Association, &[
        "PartnerAttributionType", "PartnerAttachType", "PartnerAssociationType", "Attribution type", "Attach type",
        "Association type", "Association", "Partner association", "Partner attach", "Partner attribution", "Attribution",
        "Partner role", "Partner type", "Partner relationship", "Asociación", "Tipo de asociación", "Tipo asociación",
        "Asociación del partner", "Asociación del socio", "Atribución", "Tipo de atribución", "Relación del partner",
        "Rol del partner", "Rol del socio", "Vinculación", "Tipo de vinculación",
    ]),
    (Field::PartnerOfRecord, &[
        "DPOR", "DPOR?", "Is DPOR", "DPOR assigned", "DPOR status", "Digital partner of record", "Partner of record", "POR",
        "Digital partner", "DPOR (Y/N)", "Socio digital de registro", "Socio de registro", "Partner digital de registro",
        "Partner de registro", "DPOR (S/N)", "DPOR sí/no", "Es DPOR", "Tiene DPOR", "DPOR asignado",
    ]),
    (Field::Renewal, &[
        "Type", "New or renewal", "New/renewal", "New / Renew", "Kind", "Sale type", "Sales type", "Order type", "Deal type",
        "Transaction type", "Revenue type", "Subscription type", "Type of sale", "Renewal", "Is renewal", "Renewal?", "Renewed",
        "New business", "Net new", "Tipo", "Alta o renovación", "Nuevo o renovación", "Nueva o renovación", "Alta/renovación",
        "Nuevo/renovación", "Alta / Renov.", "Tipo de venta", "Tipo venta", "Tipo de pedido", "Tipo de operación",
        "Tipo operación", "Tipo de ingreso", "Tipo de contrato", "Modalidad", "Renovación", "¿Renovación?", "Es renovación",
    ]),
    (Field::Duplicate, &["IsDuplicateRowForPGA", "Is duplicate", "Duplicate", "Duplicate row", "Duplicado", "Duplicada", "Fila duplicada", "Es duplicado"]),
];

/// Names that many other tables use as well: alone they don't show that a table is one of ours.
#[rustfmt::skip]
pub(super) const VAGUE: &[&str] = &[
    "Item", "Item name", "Item description", "Artículo", "Nombre del artículo", "Descripción del artículo", "Servicio",
    "Service", "Service name", "Concepto", "Description", "Line description", "Descripción", "Detalle", "Detail", "Account",
    "Cuenta", "Company", "Empresa", "Domain", "Referencia", "Ref", "Item code", "Item number", "Código de artículo",
    "Código artículo", "Código del artículo", "Part number", "Part no", "Número de parte", "Plan", "Solution", "Solución",
    "Organization", "Organisation", "Organización", "Software", "Tenant", "Value", "Valor", "Sum", "Suma", "Total", "Base",
    "Charge", "Charges", "Gross amount",
];

/// Names of columns that other tables have: where they stand and no customer does, it is a stock list, a bank statement or
/// the like.
#[rustfmt::skip]
pub(super) const FOREIGN: &[&str] = &[
    "Balance", "Running balance", "Saldo", "Saldo disponible", "Debit", "Credit", "Debe", "Haber", "Cargo", "Abono", "Cargos",
    "Abonos", "Paid in", "Paid out", "Money in", "Money out", "Deposit", "Withdrawal", "Value date", "Fecha valor", "IBAN",
    "BIC", "Payee", "Beneficiario", "Ordenante", "Supplier", "Supplier name", "Vendor", "Vendor name", "Proveedor",
    "Nombre del proveedor", "Acreedor", "Stock", "In stock", "On hand", "Quantity on hand", "Qty on hand", "Reorder level",
    "Reorder point", "Warehouse", "Bin", "Existencias", "Almacén", "Ubicación", "Stock mínimo", "Stock actual", "Inventario",
    "Inventory", "Expense", "Expense type", "Expenses", "Gasto", "Gastos", "Tipo de gasto", "Salary", "Salario", "Nómina",
    "Payroll", "Depreciation", "Amortización", "Serial number", "Número de serie", "Asset", "Activo fijo",
];

/// Names of columns that look like ours and are something else: what they hold tells nothing about them.
#[rustfmt::skip]
pub(super) const OTHERS: &[&str] = &[
    // Dates.
    "Birth date", "Date of birth", "Birthday", "DOB", "Fecha de nacimiento", "Nacimiento", "Fecha nacimiento", "Hire date",
    "Start date", "End date", "Joining date", "Date joined", "Hired on", "Leaving date", "Fecha de alta", "Fecha alta",
    "Fecha de baja", "Fecha de ingreso", "Fecha de contratación", "Fecha de incorporación", "Antigüedad", "Fecha de inicio",
    "Fecha inicio", "Due date", "Payment date", "Paid on", "Date paid", "Fecha de pago", "Fecha pago", "Fecha de cobro",
    "Fecha cobro", "Cobrado el", "Pagado el", "Fecha valor", "Value date", "Delivery date", "Ship date", "Fecha de entrega",
    "Fecha de envío", "SubscriptionStartDate", "SubscriptionEndDate", "Contract start", "Contract end", "Fecha fin contrato",
    "Fecha inicio contrato", "Inicio", "Fin", "From", "To", "Desde", "Hasta", "Created on", "Created", "Creation date",
    "Fecha de creación", "Modified on", "Modified", "Last modified", "Updated", "Last update", "Last updated",
    "Fecha de modificación", "Actualizado", "Última actualización", "Última modificación", "Planned date", "Planned for",
    "Target date", "Scheduled for", "Scheduled date", "Fecha prevista", "Fecha planificada", "Fecha objetivo", "Previsto para",
    "Booked for", "Reminder", "Recordatorio", "Timestamp", "Marca temporal", "Voucher expiry", "Voucher expires",
    "Caducidad del voucher", "Retirement date", "Fecha de retirada", "Last login", "Último acceso", "Print date",
    // Exams that were not passed.
    "Next exam", "Planned exam", "Target exam", "Exam planned", "Próximo examen", "Examen previsto", "Examen planificado",
    "Examen pendiente", "Pending exam", "Prerequisite", "Prerequisites", "Requisito", "Required exam", "Replaces", "Replaced by",
    "Sustituye a", "Sustituido por", "Voucher", "Voucher code", "Voucher no", "Bono", "Código de voucher", "Nº de bono",
    "Código del bono", "Relevant for Competencies (Option) or Programs", "Associated to PMC", "Associated to PC",
    // People who are somebody else.
    "Manager", "Manager name", "Manager email", "Line manager", "Supervisor", "Supervisor email", "Responsable",
    "Correo del responsable", "Email del responsable", "Jefe", "Jefe de equipo", "Team lead", "Contact", "Contact person",
    "Contacto", "Persona de contacto", "Email de contacto", "Customer email", "Email del cliente", "Correo del cliente",
    "Account manager", "Sales person", "Salesperson", "Sales rep", "Seller", "Owner", "Comercial", "Vendedor", "Agente",
    "Gestor", "Responsable comercial", "Trainer", "Instructor", "Formador", "Examiner", "Examinador", "Department",
    "Departamento", "Team", "Equipo", "Office", "Oficina", "Location", "City", "Ciudad", "Country", "País", "Region", "Región",
    "Province", "Provincia", "Address", "Dirección", "Phone", "Telephone", "Mobile", "Teléfono", "Tel", "Móvil", "Job title",
    "Role", "Position", "Puesto", "Cargo laboral", "Notes", "Comments", "Notas", "Comentarios", "Observaciones", "Remarks",
    "Provider", "Test centre", "Test center", "Centro de examen", "Language", "Idioma", "Level", "Nivel", "Category",
    // Numbers.
    "Quantity", "Qty", "Units", "Seats", "AvailableSeats", "CPORPaidSeats", "CPORActiveUsers", "Users", "Cantidad", "Unidades",
    "Uds", "Nº licencias", "Número de licencias", "Número de usuarios", "Usuarios", "Price", "Unit price", "List price",
    "Price per unit", "Unit cost", "Cost", "Costs", "Precio", "Precio unitario", "P. unitario", "Precio unidad", "PVP",
    "Tarifa", "Coste", "Costes", "Coste unitario", "Costo", "Margin", "Margen", "Profit", "Beneficio", "Discount", "Descuento",
    "Dto", "VAT", "Tax", "Tax amount", "VAT amount", "VAT rate", "IVA", "Cuota IVA", "Cuota de IVA", "Importe IVA", "Importe del IVA",
    "% IVA", "IRPF", "Retención", "Impuestos", "Impuesto", "Budget", "Presupuesto", "Forecast", "Previsión", "Target",
    "Objetivo", "Pending amount", "Importe pendiente", "Pendiente", "Outstanding", "Paid", "Pagado", "Cobrado", "Balance",
    "Saldo", "Exchange rate", "Tipo de cambio", "Rate", "Hours", "Horas", "Percent", "%", "Probability", "Probabilidad",
    "Commission", "Comisión", "No", "Nº", "Number", "Line", "Línea", "Row", "Fila", "Id", "Index", "TrainingActivityId", "IcMCP",
    "MPNId", "PGAMpnId", "GlobalPartnerID", "PartnerID", "DUNSNumber", "CustomerID", "CustomerTenantId", "CustomerTpid",
    "SubscriptionId", "Enrollment ID", "Invoice number", "Invoice no", "Invoice", "Nº factura", "Número de factura", "Factura",
    "Order number", "Pedido", "Nº pedido", "Número de pedido", "PO number", "CIF", "VAT number", "Postal code", "ZIP",
    "Código postal", "CP", "PartnerCityLocation", "PartnerCountryLocation", "PartnerLocation", "CustomerStatus",
    "CustomerSegment", "CustomerMarket", "SubscriptionState", "IsAutoRenew", "ActivationStatus", "SalesChannel",
];

/// Headings of Microsoft's report of totals by competency and month; it holds no rows behind them.
pub(super) const TOTALS: &[&str] = &[
    "CompetencyName",
    "CompetencyAttainmentOptionName",
    "MetricName",
    "MetricMonthlyContribution",
    "TTMAggregate",
    "AnniversaryYearAggregate",
    "GoldThreshold",
    "SilverThreshold",
];

/// What spreadsheet programs write into a table that sums up another.
pub(super) const PIVOT: &[&str] = &[
    "Row Labels",
    "Column Labels",
    "Etiquetas de fila",
    "Etiquetas de columna",
    "Rótulos de fila",
    "Rótulos de columna",
];

/// Words that stand over or in a name of a person: `Name: Ana Ruiz`.
pub(super) const NAME_LABELS: &[&str] = &[
    "Name",
    "Full name",
    "Employee",
    "Candidate",
    "Learner",
    "Person",
    "Consultant",
    "Nombre",
    "Nombre completo",
    "Nombre y apellidos",
    "Apellidos y nombre",
    "Empleado",
    "Empleada",
    "Candidato",
    "Candidata",
    "Alumno",
    "Alumna",
    "Persona",
    "Consultor",
    "Consultora",
    "Titular",
];
