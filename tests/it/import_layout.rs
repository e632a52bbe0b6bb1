//! What the importer understands of a file before it takes anything in: where tables stand and what their columns hold.

use std::ops::{ControlFlow, Range};

use touchstone::import::{
    About, AmountsAre, Certainty, Choices, ColumnChoice, DateOrder, Field, Layout, ReadOptions, Understanding, Unmet,
    open_bytes, understand,
};
use touchstone::ledger::SheetKind;

fn understood(name: &str, text: &str, choices: &Choices) -> (Understanding, Vec<u32>) {
    let contents =
        open_bytes(name, name, text.as_bytes(), &ReadOptions::default(), &mut |_| ControlFlow::Continue(())).unwrap();
    let understanding = understand(&contents, choices);
    let numbers: Vec<u32> = contents.sheets[0].rows().map(|row| row.number).collect();
    // Every row of a sheet with tables belongs to one of them.
    let ranges =
        |table: &Layout| [table.above.clone(), table.headings.clone(), table.rows.clone(), table.below.clone()];
    let shared: Vec<usize> = understanding.tables.iter().flat_map(ranges).flatten().collect();
    if !shared.is_empty() {
        assert_eq!(shared, (0..numbers.len()).collect::<Vec<_>>());
    }
    (understanding, numbers)
}

/// All that was understood, a line for each table and one for what is asked.
fn show(understanding: &Understanding, numbers: &[u32]) -> String {
    let rows = |range: &Range<usize>| match range.len() {
        0 => "none".to_owned(),
        1 => numbers[range.start].to_string(),
        _ => format!("{}-{}", numbers[range.start], numbers[range.end - 1]),
    };
    let mut lines = Vec::new();
    for (place, table) in understanding.tables.iter().enumerate() {
        let (kind, shape) = (table.kind.as_str(), table.shape.as_str());
        let mut parts = vec![format!("{kind} {shape} {} {}", rows(&table.headings), rows(&table.rows))];
        if !table.repeated.is_empty() {
            let repeated: Vec<String> = table.repeated.iter().map(|place| numbers[*place].to_string()).collect();
            parts.push(format!("but {}", repeated.join(",")));
        }
        for column in table.columns.iter().filter(|column| column.field.is_some()) {
            let mark = match column.certainty {
                Certainty::Chosen => "!",
                Certainty::Heading => "",
                Certainty::Content => "~",
            };
            let month = table.months.iter().find(|(index, _)| *index == column.index);
            let month = month.map(|(_, first)| format!("@{}", first.format("%Y-%m"))).unwrap_or_default();
            let heading = if column.heading.is_empty() { column.letters() } else { column.heading.to_string() };
            parts.push(format!("| {}{mark}: {heading}{month}", column.field.unwrap().as_str()));
        }
        if let Some(person) = &table.person {
            parts.push(format!("| of {person}"));
        }
        if table.amounts == AmountsAre::RunningTotal {
            parts.push("| running totals".to_owned());
        }
        let asked: Vec<String> = understanding
            .questions
            .iter()
            .filter(|question| question.table == place)
            .map(|question| match question.about {
                About::Needed(field) => format!("needed {}", field.as_str()),
                about => about.as_str().to_owned(),
            })
            .collect();
        if !asked.is_empty() {
            parts.push(format!("? {}", asked.join(", ")));
        }
        lines.push(parts.join(" "));
    }
    lines.join("\n")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    check_choosing(text, &Choices::default(), expected);
}

#[track_caller]
fn check_choosing(text: &str, choices: &Choices, expected: &str) {
    let (understanding, numbers) = understood("table.csv", text, choices);
    assert_eq!(understanding.unmet, []);
    assert_eq!(show(&understanding, &numbers), expected, "\n{text}");
}

#[test]
fn a_table_is_found_among_titles_blank_rows_notes_and_totals() {
    check(
        "Report of certifications\n\
         \n\
         Filter:,Region = Spain\n\
         \n\
         Name,Exam,Date\n\
         Ana Ruiz,MB2-714,2016-05-20\n\
         Jon Gil,MB2-713,2016-05-21\n\
         \n\
         Printed on,2017-01-01\n",
        "credentials row-each 5 6-7 | name: Name | exam: Exam | passed: Date",
    );
    check(
        "Ventas 2017;;;\n\
         ;;;\n\
         Cliente;Producto;Fecha;Importe (EUR)\n\
         Fabrikam;CRM Online;02/01/2017;100,00\n\
         Litware;CRM Online;15/01/2017;250,50\n\
         \n\
         Total;;;350,50\n\
         \n\
         * Importes sin IVA\n",
        "sales row-each 3 4-7 | customer: Cliente | product: Producto | date: Fecha | amount: Importe (EUR)",
    );
    check(
        "Name,Exam,Date\n\
         \n\
         Ana Ruiz,MB2-714,2016-05-20\n\
         \n\
         Jon Gil,MB2-713,2016-05-21\n\
         \n\
         \n\
         Eva Mora,MB2-712,\n",
        "credentials row-each 1 3-8 | name: Name | exam: Exam | passed: Date",
    );
    check(
        "Customer,Product,Month,Revenue\n\
         Fabrikam,CRM Online,2017-01,100\n\
         Litware,CRM Online,2017-02,50\n\
         Customer,Product,Month,Revenue\n\
         Contoso,CRM Online,2017-02,50\n\
         Total,,,200\n",
        "sales row-each 1 2-6 but 4 | customer: Customer | product: Product | month: Month | amount: Revenue",
    );
}

#[test]
fn headings_that_stand_there_again_are_no_content() {
    let fields = "| name: Name | exam-code: Code | passed: Passed";
    check(
        "Name|Code|Passed\nAna|Examen 70 398|2005-06-01\nName|Code|Passed\nAna|MB2-714|2005-06-01\n",
        &format!("credentials row-each 1 2-4 but 3 {fields}"),
    );
    check(
        "Name|Code|Passed\nName|Code|Passed\nAna|MB2-714|2005-06-01\n",
        &format!("credentials row-each 1 2-3 but 2 {fields}"),
    );
    check(
        "Name|Code|Passed\nAna|A very old one|2005-06-01\nEva|Another|2005-06-01\nName|Code|Passed\nAna|MB2-714|2005-06-01\n",
        &format!("credentials row-each 1 2-5 but 4 {fields}"),
    );
    check(
        "Cliente;Mes;Importe\nCliente;Mes;Importe\nCliente;Mes;Importe\nAlba;2017-01;1,50\n",
        "sales row-each 1 2-4 but 2,3 | customer: Cliente | month: Mes | amount: Importe",
    );
}

#[test]
fn headings_may_stand_in_two_rows() {
    check(
        "Persona,,Examen,\n\
         Nombre,Correo,Código,Fecha\n\
         Ana Ruiz,ana@x.es,MB2-714,2016-05-20\n",
        "credentials row-each 2 3 | name: Nombre | email: Correo | exam-code: Código | passed: Fecha",
    );
    check(
        "Customer,,Invoice,\n\
         Name,Country,Date,Amount\n\
         Fabrikam,ES,2017-01-02,100\n",
        "sales row-each 1-2 3 | customer: Customer Name | date: Invoice Date | amount: Invoice Amount",
    );
    check(
        "Sales report 2017,,,\n\
         Customer,Product,Date,Amount\n\
         Fabrikam,CRM Online,2017-01-02,100\n",
        "sales row-each 2 3 | customer: Customer | product: Product | date: Date | amount: Amount",
    );
    check(
        "Cliente;Producto;Fecha;Importe\n\
         ;;(dd/mm/aaaa);(EUR)\n\
         Fabrikam;CRM Online;15/01/2017;100,00\n",
        "sales row-each 1-2 3 | customer: Cliente | product: Producto | date: Fecha (dd/mm/aaaa) | amount: Importe (EUR)",
    );
    check(
        "Employee,MB2-714,,MB2-713,\n\
         ,Date,Score,Date,Score\n\
         Ana Ruiz,2016-05-20,720,,\n\
         Jon Gil,,,2016-05-21,800\n",
        "credentials exams-across 1-2 3-4 | name: Employee | exam-mark: MB2-714 Date | score: MB2-714 Score | exam-mark: MB2-713 Date | score: MB2-713 Score",
    );
}

#[test]
fn tables_stand_below_each_other() {
    check(
        "Name,Exam,Date\n\
         Ana Ruiz,MB2-714,2016-05-20\n\
         \n\
         Customer,Product,Date,Amount\n\
         Fabrikam,CRM Online,2017-01-02,100\n",
        "credentials row-each 1 2 | name: Name | exam: Exam | passed: Date\n\
         sales row-each 4 5 | customer: Customer | product: Product | date: Date | amount: Amount",
    );
    check(
        "Clientes de enero\n\
         Cliente,Producto,Fecha,Importe\n\
         Fabrikam,CRM Online,2017-01-02,100\n\
         \n\
         Clientes de febrero\n\
         Cliente,Producto,Fecha factura,Importe neto\n\
         Litware,CRM Online,2017-02-02,100\n\
         \n\
         Nota: sin IVA\n",
        "sales row-each 2 3 | customer: Cliente | product: Producto | date: Fecha | amount: Importe\n\
         sales row-each 6 7 | customer: Cliente | product: Producto | date: Fecha factura | amount: Importe neto",
    );
    check(
        "Name,Exam,Date\n\
         Ana Ruiz,MB2-714,2016-05-20\n\
         Customer,Product,Invoice date,Amount\n\
         Fabrikam,CRM Online,2017-01-02,100\n",
        "credentials row-each 1 2 | name: Name | exam: Exam | passed: Date\n\
         sales row-each 3 4 | customer: Customer | product: Product | date: Invoice date | amount: Amount",
    );
    check(
        "Page 1,,\n\
         Name,Exam,Date\n\
         Ana Ruiz,MB2-714,2016-05-20\n\
         \n\
         Name,Exam,Date\n\
         Jon Gil,MB2-713,2016-05-21\n",
        "credentials row-each 2 3-6 but 5 | name: Name | exam: Exam | passed: Date",
    );
    check(
        "Customer,Total\n\
         Fabrikam,300\n\
         Litware,50\n\
         \n\
         Customer,Product,Date,Amount\n\
         Fabrikam,CRM Online,2017-01-02,300\n\
         Litware,CRM Online,2017-01-03,50\n",
        "sales row-each 5 6-7 | customer: Customer | product: Product | date: Date | amount: Amount",
    );
}

#[test]
fn what_a_column_holds_tells_what_no_heading_does() {
    check(
        "Who,What,When\n\
         Ana Ruiz,MB2-714,2016-05-20\n\
         Jon Gil,MB2-713,2016-05-21\n",
        "credentials row-each 1 2-3 | name: Who | exam~: What | passed: When",
    );
    check(
        "Ana Ruiz;MB2-714;20/05/2016\n\
         Jon Gil;MB2-713;21/05/2016\n",
        "credentials row-each none 1-2 | name~: A | exam~: B | passed~: C",
    );
    check(
        "ana@x.es,MB2-714,2016-05-20\n\
         jon@x.es,MB2-713,2016-05-21\n",
        "credentials row-each none 1-2 | email~: A | exam~: B | passed~: C",
    );
    check(
        "Name,Code,Topic,Date\n\
         Ana Ruiz,E-17,MB2-714,2016-05-20\n\
         Jon Gil,E-18,MB2-713,2016-05-21\n",
        "credentials row-each 1 2-3 | name: Name | exam~: Topic | passed: Date",
    );
    check(
        "Name,Certification,Ref.,Date\n\
         Ana Ruiz,Azure Administrator Associate,AZ-104,2021-05-20\n\
         Jon Gil,Azure Developer Associate,AZ-204,2021-05-21\n",
        "credentials row-each 1 2-3 | name: Name | exam: Certification | exam-code~: Ref. | passed: Date",
    );
    check(
        "Cliente;Producto;Fecha;Importe;\n\
         Fabrikam;CRM Online;02/01/2017;100,00;EUR\n\
         Litware;CRM Online;15/01/2017;100,00;USD\n",
        "sales row-each 1 2-3 | customer: Cliente | product: Producto | date: Fecha | amount: Importe | currency~: E",
    );
    check(
        "Name,Planned exam,Exam,Date\n\
         Ana Ruiz,MB2-710,MB2-714,2016-05-20\n",
        "credentials row-each 1 2 | name: Name | exam: Exam | passed: Date",
    );
    check(
        "Name,Next exam,Date\n\
         Ana Ruiz,MB2-710,2016-05-20\n",
        "",
    );
}

#[test]
fn exams_or_people_stand_across() {
    check(
        "Name,MB2-714,MB2-713,MB2-712\n\
         Ana Ruiz,x,,2016-05-20\n\
         Jon Gil,,x,\n",
        "credentials exams-across 1 2-3 | name: Name | exam-mark: MB2-714 | exam-mark: MB2-713 | exam-mark: MB2-712",
    );
    check(
        ";MB2-714;MB2 713\n\
         Ana Ruiz;20/05/2016;\n\
         Jon Gil;;25/05/2016\n",
        "credentials exams-across 1 2-3 | name~: A | exam-mark: MB2-714 | exam-mark: MB2 713",
    );
    check(
        "Empleado;Correo;Dynamics CRM Marketing;MB2-712 Customization;Total\n\
         Ana Ruiz;ana@x.es;sí;no;1\n\
         Jon Gil;jon@x.es;no;sí;1\n",
        "credentials exams-across 1 2-3 | name: Empleado | email: Correo | exam-mark: Dynamics CRM Marketing | exam-mark: MB2-712 Customization",
    );
    check(
        "Examen;Ana Ruiz;Jon Gil\n\
         MB2-714;x;\n\
         MB2-713;;20/05/2016\n",
        "credentials people-across 1 2-3 | exam: Examen | person-mark: Ana Ruiz | person-mark: Jon Gil",
    );
    check(
        ",Ana,Jon,Eva\n\
         MB2-714,x,,x\n\
         MB2-713,,2016-05-20,\n",
        "credentials people-across 1 2-3 | exam~: A | person-mark: Ana | person-mark: Jon | person-mark: Eva",
    );
}

#[test]
fn months_stand_across_or_name_no_year() {
    check(
        "Customer,Product,Jan-17,Feb-17,Mar-17,Total\n\
         Fabrikam,CRM Online,100,100,50,250\n",
        "sales months-across 1 2 | customer: Customer | product: Product | month-amount: Jan-17@2017-01 | month-amount: Feb-17@2017-02 | month-amount: Mar-17@2017-03",
    );
    check(
        "Ventas 2017\n\
         Cliente;Enero;Febrero;Marzo\n\
         Fabrikam;100,00;;50,00\n",
        "sales months-across 2 3 | customer: Cliente | month-amount: Enero@2017-01 | month-amount: Febrero@2017-02 | month-amount: Marzo@2017-03",
    );
    check(
        "Cliente;Enero;Febrero;Marzo\n\
         Fabrikam;100,00;;50,00\n",
        "sales months-across 1 2 | customer: Cliente | month-amount: Enero | month-amount: Febrero | month-amount: Marzo ? year",
    );
    check(
        "Cliente;2016;;2017;\n\
         ;Nov;Dic;Ene;Feb\n\
         Fabrikam;1;2;3;4\n",
        "sales months-across 1-2 3 | customer: Cliente | month-amount: 2016 Nov@2016-11 | month-amount: 2016 Dic@2016-12 | month-amount: 2017 Ene@2017-01 | month-amount: 2017 Feb@2017-02",
    );
    check(
        "Ventas 2016-2017\n\
         Cliente;Nov;Dic;Ene;Feb\n\
         Fabrikam;1;2;3;4\n",
        "sales months-across 2 3 | customer: Cliente | month-amount: Nov@2016-11 | month-amount: Dic@2016-12 | month-amount: Ene@2017-01 | month-amount: Feb@2017-02",
    );
    check(
        "Year,Customer,Jan,Feb,Mar\n\
         2016,Fabrikam,1,2,3\n\
         2017,Fabrikam,1,2,3\n",
        "sales months-across 1 2-3 | year: Year | customer: Customer | month-amount: Jan@2016-01 | month-amount: Feb@2016-02 | month-amount: Mar@2016-03",
    );
    check(
        "Customer,2017-01,2017-02,201703,1/4/2017\n\
         Fabrikam,5,5,5,5\n",
        "sales months-across 1 2 | customer: Customer | month-amount: 2017-01@2017-01 | month-amount: 2017-02@2017-02 | month-amount: 201703@2017-03 | month-amount: 1/4/2017@2017-04",
    );
    check(
        "Cliente;Presupuesto;;Ventas;\n\
         ;ene-17;feb-17;ene-17;feb-17\n\
         Fabrikam;9;9;4;5\n",
        "sales months-across 1-2 3 | customer: Cliente | month-amount: Ventas ene-17@2017-01 | month-amount: Ventas feb-17@2017-02",
    );
    check(
        "Revenue YTD 2017\n\
         Customer,Jan,Feb,Mar\n\
         Fabrikam,5,6,7\n",
        "sales months-across 2 3 | customer: Customer | month-amount: Jan@2017-01 | month-amount: Feb@2017-02 | month-amount: Mar@2017-03 | running totals ? running-total",
    );
    check(
        "Customer,Jan-17,Feb-17,Mar-17,Apr-17,May-17,Jun-17\n\
         Fabrikam,5,6,7,8,10,12\n\
         Litware,1,2,5,6,7,8\n",
        "sales months-across 1 2-3 | customer: Customer | month-amount: Jan-17@2017-01 | month-amount: Feb-17@2017-02 | month-amount: Mar-17@2017-03 | month-amount: Apr-17@2017-04 | month-amount: May-17@2017-05 | month-amount: Jun-17@2017-06 ? running-total",
    );
    check(
        "Mes;Año;Cliente;Importe\n\
         Enero;2017;Fabrikam;100\n",
        "sales row-each 1 2 | month: Mes | year: Año | customer: Cliente | amount: Importe",
    );
    check(
        "Mes;Cliente;Importe\n\
         Enero;Fabrikam;100\n",
        "sales row-each 1 2 | month: Mes | customer: Cliente | amount: Importe ? year",
    );
    check(
        "Ventas de 2017\n\
         Mes;Cliente;Importe\n\
         Enero;Fabrikam;100\n",
        "sales row-each 2 3 | month: Mes | customer: Cliente | amount: Importe",
    );
}

#[test]
fn exports_and_lists_are_understood() {
    check(
        "CompetencyName,CompetencyAttainmentOptionName,Month,MetricName,MetricMonthlyContribution,TTMAggregate,AnniversaryYearAggregate,GoldThreshold,SilverThreshold\n\
         Cloud CRM,Reseller,Jan-17,Revenue,1000,12000,3000,300000,100000\n",
        "sales totals 1 2",
    );
    check(
        "MCID,Associated to PMC,Associated to PC,Relevant for Competencies (Option) or Programs\n\
         7470319,Yes,Yes,Cloud CRM\n",
        "credentials row-each 1 2 | mcp-id: MCID ? needed exam, needed passed",
    );
    check(
        "Exam Title,Exam Number,Exam Date\n\
         GitHub Copilot,GH-300,2026-07-13\n",
        "credentials row-each 1 2 | exam: Exam Title | exam-code: Exam Number | passed: Exam Date ? person",
    );
    check(
        "Name:,Ana Ruiz\n\
         \n\
         Exam Title,Exam Number,Exam Date\n\
         GitHub Copilot,GH-300,2026-07-13\n",
        "credentials row-each 3 4 | exam: Exam Title | exam-code: Exam Number | passed: Exam Date | of Ana Ruiz",
    );
    check(
        "Expediente de Ana Ruiz Gil\n\
         Examen;Fecha\n\
         MB2-714;20/05/2016\n",
        "credentials row-each 2 3 | exam: Examen | passed: Fecha | of Ana Ruiz Gil",
    );
    check(
        "Customer,Product,Date,Revenue YTD\n\
         Fabrikam,CRM Online,2017-01-02,5\n",
        "sales row-each 1 2 | customer: Customer | product: Product | date: Date | amount: Revenue YTD | running totals ? running-total",
    );
    check(
        "Name;Exam;Date;Expires\n\
         Ana;MB2-714;05/06/2017;01/02/2019\n",
        "credentials row-each 1 2 | name: Name | exam: Exam | passed: Date | expires: Expires ? date-order",
    );
    check(
        "Customer;Product;Date;Amount\n\
         Fabrikam;CRM Online;15/01/2017;1.234\n",
        "sales row-each 1 2 | customer: Customer | product: Product | date: Date | amount: Amount ? decimal-sign",
    );
    check(
        "Empleado,Examen,Mes\n\
         Ana Ruiz,MB2-714,2016-05\n",
        "credentials row-each 1 2 | name: Empleado | exam: Examen | passed: Mes",
    );
    check(
        "Name,Exam\n\
         Ana Ruiz,MB2-714\n",
        "credentials row-each 1 2 | name: Name | exam: Exam ? needed passed",
    );
    check(
        "F. factura;Cust.;Prod.;Imp. neto;Div.;DPOR (S/N);Alta / renov.\n\
         02/01/2017;Fabrikam;CRM Online;15,00;EUR;S;Alta\n",
        "sales row-each 1 2 | date: F. factura | customer: Cust. | product: Prod. | amount: Imp. neto | currency: Div. | partner-of-record: DPOR (S/N) | renewal: Alta / renov. ? date-order",
    );
    check(
        "Nº empleado;Apellido(s);Nombre(s);Cód. examen;F. examen;¿Aprobado?;Puntuación (0-1000)\n\
         17;Ruiz Gil;Ana;MB2-714;15/01/2017;Sí;720\n",
        "credentials row-each 1 2 | user-key: Nº empleado | surname: Apellido(s) | given-name: Nombre(s) | exam-code: Cód. examen | passed: F. examen | result: ¿Aprobado? | score: Puntuación (0-1000)",
    );
}

#[test]
fn other_tables_are_none_of_ours() {
    check(
        "Item,Description,Quantity on hand,Unit cost,Value,Last received\n\
         A-1,Cable,5,2.50,12.50,2017-01-02\n",
        "",
    );
    check(
        "Producto;Referencia;Existencias;Precio;Valor;Fecha\n\
         Cable;A-1;5;2,50;12,50;02/01/2017\n",
        "",
    );
    check(
        "Name,E-mail,Phone,Birthday\n\
         Ana Ruiz,ana@x.es,600 000 000,1980-05-20\n",
        "",
    );
    check(
        "Date,Description,Amount,Balance\n\
         2017-01-02,Transfer,100.50,1000.50\n",
        "",
    );
    check(
        "Fecha;Concepto;Importe;Saldo\n\
         02/01/2017;Nómina;1.000,50;2.000,50\n",
        "",
    );
    check(
        "Fecha;Concepto;Importe\n\
         02/01/2017;Gasolina;50,20\n",
        "sales row-each 1 2 | date: Fecha | product: Concepto | amount: Importe ? kind, date-order",
    );
    check(
        "Fecha;Concepto;Importe\n\
         02/01/2017;CRM Online;50,20\n",
        "sales row-each 1 2 | date: Fecha | product: Concepto | amount: Importe ? date-order",
    );
    check(
        "Date,Holiday,Country\n\
         2017-01-06,Epiphany,ES\n",
        "",
    );
    check(
        "Employee,Jan,Feb,Mar\n\
         Ana Ruiz,2,0,5\n",
        "",
    );
    check(
        "Invoice,2017-001,\n\
         Date,2017-01-02,\n\
         Customer,Fabrikam,\n\
         \n\
         Item,Qty,Price,Amount\n\
         CRM Online,5,10.00,50.00\n\
         Total,,,50.00\n",
        "",
    );
    check(
        "Supplier,Product,Invoice date,Amount\n\
         Contoso,Paper,2017-01-02,10.50\n",
        "",
    );
    check(
        "Task,Owner,Due date,Status\n\
         Mend it,Ana Ruiz,2017-01-02,Done\n",
        "",
    );
    check(
        "Customer,Total\n\
         Fabrikam,300\n",
        "sales row-each 1 2 | customer: Customer | amount: Total ? needed date",
    );
    check(
        "Etiquetas de fila;Suma de Importe\n\
         Fabrikam;300\n\
         Total general;300\n",
        "",
    );
    check(
        "Empleado;Evaluación;Fecha\n\
         Ana Ruiz;Buena;20/05/2016\n",
        "credentials row-each 1 2 | name: Empleado | exam: Evaluación | passed: Fecha ? kind",
    );
    check(
        "City,Population,Area\n\
         Bilbao,345000,41.6\n",
        "",
    );
}

#[test]
fn pages_and_parts_are_told_apart() {
    check(
        "Page 1;;;\n\
         Cliente;Producto;Fecha;Importe\n\
         Fabrikam;CRM Online;15/01/2017;1,50\n\
         \n\
         Page 2;;;\n\
         Cliente;Producto;Fecha;Importe\n\
         Litware;CRM Online;16/01/2017;1,50\n\
         Total;;;3,00\n",
        "sales row-each 2 3-8 but 5,6 | customer: Cliente | product: Producto | date: Fecha | amount: Importe",
    );
    check(
        "Ventas 2016\n\
         Cliente;Ene;Feb;Mar\n\
         Fabrikam;1;2;3\n\
         \n\
         Ventas 2017\n\
         Cliente;Ene;Feb;Mar\n\
         Fabrikam;4;5;6\n",
        "sales months-across 2 3 | customer: Cliente | month-amount: Ene@2016-01 | month-amount: Feb@2016-02 | month-amount: Mar@2016-03\n\
         sales months-across 6 7 | customer: Cliente | month-amount: Ene@2017-01 | month-amount: Feb@2017-02 | month-amount: Mar@2017-03",
    );
    check(
        "Transcript of Ana Ruiz\n\
         Exam;Date\n\
         MB2-714;20/05/2016\n\
         \n\
         Transcript of Jon Gil\n\
         Exam;Date\n\
         MB2-713;21/05/2016\n",
        "credentials row-each 2 3 | exam: Exam | passed: Date | of Ana Ruiz\n\
         credentials row-each 6 7 | exam: Exam | passed: Date | of Jon Gil",
    );
    check(
        "Etiquetas de fila;ene-17;feb-17;mar-17;Total general\n\
         Fabrikam;1;2;3;6\n\
         Total general;1;2;3;6\n",
        "sales months-across 1 2-3 | customer~: Etiquetas de fila | month-amount: ene-17@2017-01 | month-amount: feb-17@2017-02 | month-amount: mar-17@2017-03 ? kind",
    );
    check(
        "Nombre;Examen\n\
         Ana Ruiz;MB2-714, MB2-710\n",
        "credentials row-each 1 2 | name: Nombre | exam: Examen ? needed passed",
    );
    check(
        "\"Fecha\n\
         factura\";\"Nombre del\n\
         cliente\";\"Importe\n\
         (EUR)*\"\n\
         20/05/2016;Fabrikam;12,50\n",
        "sales row-each 1 2 | date: Fecha factura | customer: Nombre del cliente | amount: Importe (EUR)*",
    );
    check(
        "Empleado;Voucher;Examen;Fecha prevista;Fecha\n\
         Ana Ruiz;V-1;MB2-714;20/05/2016;21/05/2016\n",
        "credentials row-each 1 2 | name: Empleado | exam: Examen | passed: Fecha",
    );
    check(
        "Colour,Qty,Remark\n\
         red,5,none\n\
         blue,6,none\n",
        "",
    );
    check(
        "2017-01-02;Fabrikam;CRM Online;1200,50;EUR\n\
         2017-01-15;Litware;CRM Online;100,00;EUR\n",
        "sales row-each none 1-2 | date~: A | customer~: B | product~: C | amount~: D | currency~: E",
    );
    check(
        "Employee,Exam,Passed\n\
         Ana Ruiz,MB2-714,yes\n",
        "credentials row-each 1 2 | name: Employee | exam: Exam | result: Passed ? needed passed",
    );
    check(
        "CUSTOMER NAME;PRODUCT;INVOICE DATE;QTY;UNIT PRICE;LINE TOTAL;VAT;TOTAL\n\
         Fabrikam;CRM Online;2017-01-20;5;10,00;50,00;10,50;60,50\n",
        "sales row-each 1 2 | customer: CUSTOMER NAME | product: PRODUCT | date: INVOICE DATE | amount: LINE TOTAL",
    );
}

mod choices {
    use super::*;

    fn column(heading: &str, field: Option<Field>) -> ColumnChoice {
        ColumnChoice { heading: heading.to_owned(), field }
    }

    #[test]
    fn of_columns_overrule_headings_and_content() {
        let text = "Nombre,Examen,Fecha,Fecha registro\nAna Ruiz,MB2-714,2016-05-20,2016-06-20\n";
        let choices = |columns| Choices { columns, ..Choices::default() };
        check_choosing(
            text,
            &choices(vec![column("FECHA  registro", Some(Field::Passed))]),
            "credentials row-each 1 2 | name: Nombre | exam: Examen | passed!: Fecha registro",
        );
        // "Date" is another field in each kind of table.
        check_choosing(
            text,
            &choices(vec![column("fecha registro", Some(Field::Day)), column("Examen", None)]),
            "credentials row-each 1 2 | name: Nombre | passed!: Fecha registro ? needed exam",
        );
        check_choosing(
            "Aaa,Bbb,Ccc\nFabrikam,2017-01-20,5.50\n",
            &choices(vec![
                column("aaa", Some(Field::Customer)),
                column("bbb", Some(Field::Day)),
                column("ccc", Some(Field::Amount)),
            ]),
            "sales row-each 1 2 | customer!: Aaa | date!: Bbb | amount!: Ccc",
        );
        // A column without a heading is called by its letter.
        check_choosing(
            "Cliente;Producto;Fecha;\nFabrikam;CRM Online;20/01/2017;5\n",
            &choices(vec![column("D", Some(Field::Amount))]),
            "sales row-each 1 2 | customer: Cliente | product: Producto | date: Fecha | amount!: D",
        );
    }

    #[test]
    fn of_the_heading_row_and_the_kind_are_kept_to() {
        let text = "Customer,Product,Date,Amount\nCliente,Producto,Fecha,Importe\nFabrikam,CRM Online,2017-01-20,5\n";
        let choices = Choices { heading_row: Some(2), ..Choices::default() };
        check_choosing(
            text,
            &choices,
            "sales row-each 2 3 | customer: Cliente | product: Producto | date: Fecha | amount: Importe",
        );
        let text = "A,B\nRed,x\nBlue,y\n";
        let choices = Choices { heading_row: Some(2), kind: Some(SheetKind::Credentials), ..Choices::default() };
        check_choosing(text, &choices, "credentials row-each 2 3 ? needed exam, needed passed, person");
        let choices = Choices { kind: Some(SheetKind::Sales), ..Choices::default() };
        check_choosing(
            "Fecha;Concepto;Importe\n22/01/2017;Gasolina;50,20\n",
            &choices,
            "sales row-each 1 2 | date: Fecha | product: Concepto | amount: Importe",
        );
    }

    #[test]
    fn answer_what_would_be_asked() {
        let choices = Choices {
            date_order: Some(DateOrder::MonthFirst),
            amounts: Some(AmountsAre::Own),
            person: Some("Ana Ruiz".to_owned()),
            year: Some(2016),
            ..Choices::default()
        };
        check_choosing(
            "Exam,Date\nMB2-714,05/06/2016\n",
            &choices,
            "credentials row-each 1 2 | exam: Exam | passed: Date | of Ana Ruiz",
        );
        check_choosing(
            "Customer,Nov,Dec,Jan\nFabrikam,5,6,7\n",
            &choices,
            "sales months-across 1 2 | customer: Customer | month-amount: Nov@2016-11 | month-amount: Dec@2016-12 | month-amount: Jan@2017-01",
        );
        check_choosing(
            "Customer,Date,Revenue YTD\nFabrikam,05/06/2016,7\n",
            &choices,
            "sales row-each 1 2 | customer: Customer | date: Date | amount: Revenue YTD",
        );
    }

    #[test]
    fn that_nothing_fits_are_told() {
        let text = "Name,Exam,Date\nAna Ruiz,MB2-714,2016-05-20\n";
        let unmet = |choices: &Choices| understood("table.csv", text, choices).0.unmet;
        let choices = Choices { sheet: Some("Ventas".to_owned()), ..Choices::default() };
        assert_eq!(unmet(&choices), [Unmet::Sheet("Ventas".to_owned())]);
        let choices = Choices { heading_row: Some(7), ..Choices::default() };
        assert_eq!(unmet(&choices), [Unmet::HeadingRow(7)]);
        let choices = Choices { columns: vec![column("Fecha", Some(Field::Passed))], ..Choices::default() };
        assert_eq!(unmet(&choices), [Unmet::Column("Fecha".to_owned())]);
    }
}

mod workbooks {
    use super::*;
    use rust_xlsxwriter::Workbook;

    /// A workbook of sheets, each written as csv text, and what is understood of it: each table with its sheet's name.
    #[track_caller]
    fn check_sheets(sheets: &[(&str, &str)], choices: &Choices, expected: &[&str]) {
        let mut workbook = Workbook::new();
        for (name, text) in sheets {
            let sheet = workbook.add_worksheet().set_name(*name).unwrap();
            for (row, line) in (0..).zip(text.lines()) {
                for (column, value) in (0..).zip(line.split(',')) {
                    match value.parse::<f64>() {
                        Ok(number) => sheet.write(row, column, number).unwrap(),
                        Err(_) => sheet.write(row, column, value).unwrap(),
                    };
                }
            }
        }
        let bytes = workbook.save_to_buffer().unwrap();
        let contents =
            open_bytes("book.xlsx", "book.xlsx", &bytes, &ReadOptions::default(), &mut |_| ControlFlow::Continue(()))
                .unwrap();
        let understanding = understand(&contents, choices);
        let shown: Vec<String> = understanding
            .tables
            .iter()
            .map(|it| format!("{}: {} {}", contents.sheets[it.sheet].name, it.kind.as_str(), it.shape.as_str()))
            .collect();
        assert_eq!(shown, expected);
    }

    const SALES: &str = "Customer,Product,Date,Amount\nFabrikam,CRM Online,2017-01-20,5\n";

    #[test]
    fn give_the_tables_of_each_sheet() {
        let sheets = [
            ("Cover", "Our sales\nof all years"),
            ("Enero", SALES),
            ("Febrero", SALES),
            ("People", "Name,Exam,Date\nAna Ruiz,MB2-714,2016-05-20\n"),
            ("Stock", "Item,Quantity on hand,Value,Date\nCable,5,12.50,2017-01-20\n"),
        ];
        check_sheets(
            &sheets,
            &Choices::default(),
            &["Enero: sales row-each", "Febrero: sales row-each", "People: credentials row-each"],
        );
        let choices = Choices { sheet: Some("febrero ".to_owned()), ..Choices::default() };
        check_sheets(&sheets, &choices, &["Febrero: sales row-each"]);
    }

    #[test]
    fn are_not_taken_twice_where_a_sheet_sums_up_another() {
        let sheets = [
            ("Data", SALES),
            ("By customer", "Customer,Total\nFabrikam,5\n"),
            ("By month", "Customer,Jan-17,Feb-17,Mar-17\nFabrikam,5,6,7\n"),
            ("Pivot", "Row Labels,Jan-17,Feb-17,Mar-17,Grand Total\nFabrikam,5,6,7,18\n"),
            ("Expenses", "Date,Description,Amount\n2017-01-20,Petrol,50.20\n"),
        ];
        check_sheets(&sheets, &Choices::default(), &["Data: sales row-each", "By month: sales totals"]);
        let choices = Choices { sheet: Some("By month".to_owned()), ..Choices::default() };
        check_sheets(&sheets, &choices, &["By month: sales months-across"]);
    }

    #[test]
    fn tell_the_year_by_the_name_of_a_sheet() {
        let sheets =
            [("2016", "Customer,Jan,Feb,Mar\nFabrikam,5,6,7\n"), ("2017", "Customer,Jan,Feb,Mar\nFabrikam,5,6,7\n")];
        check_sheets(&sheets, &Choices::default(), &["2016: sales months-across", "2017: sales months-across"]);
    }
}

#[test]
fn a_long_sheet_is_understood_from_a_few_rows() {
    let rows: Vec<String> =
        (0..30_000).map(|row| format!("Fabrikam {row};CRM Online;{:02}/01/2017;1.234,50\n", row % 28 + 1)).collect();
    let text = format!("Cliente;Producto;Fecha;Importe\n{}", rows.concat());
    let contents =
        open_bytes(
            "long.csv",
            "long.csv",
            text.as_bytes(),
            &ReadOptions::default(),
            &mut |_| ControlFlow::Continue(()),
        )
        .unwrap();
    let understanding = understand(&contents, &Choices::default());
    assert_eq!(understanding.tables.len(), 1);
    assert_eq!(understanding.tables[0].rows, 1..30_001);
}
