# La ventana.

page-overview = Resumen
page-checklist = Lista de control
page-people = Personas
page-revenue = Ingresos
page-sources = Archivos
page-rules = Reglas
badge-checklist = { $count ->
    [one] examen pendiente
   *[other] exámenes pendientes
}
badge-sources = { $count ->
    [one] incidencia por revisar
   *[other] incidencias por revisar
}

# Órdenes
command-import = Importar…
    .tooltip = Lee exportaciones de certificaciones o de ingresos
command-import-files = Importar estos archivos
command-cancel-import = Cancelar
command-open-sample = Explorar el ejemplo
    .tooltip = Curiosea con los datos de una empresa inventada
command-close-sample = Salir del ejemplo
    .tooltip = Empieza con tus propias exportaciones
command-remove-source = Quitar
    .tooltip = Olvida este archivo; el archivo se queda donde está
command-print = Imprimir…
    .tooltip = Guarda un resumen de preparación en PDF
command-search = Buscar
command-show-option = Ver esta opción
command-use-rulebook = Usar estas reglas
command-assume = Suponer aprobado
command-not-assume = Deshacer la suposición
command-clear-assumptions = Quitar
command-pin = Fijar en esta plaza
    .tooltip = Esta persona ocupa una plaza de este puesto, cueste lo que cueste
command-unpin = Soltar
command-keep-out = Apartar de las plazas
    .tooltip = Esta persona no ocupa ninguna plaza
command-let-in = Volver a admitir
command-associated = Estos clientes están asociados
    .tooltip = Cuenta las ventas de archivos sin columna de asociación
command-not-associated = Deshacer
    .tooltip = Las ventas de archivos sin columna de asociación no cuentan
command-dismiss = Descartar
command-type-date = Escribir una fecha
command-search-people = Buscar personas
command-search-sales = Buscar ventas
command-filter-sales = Ver solo algunas ventas
command-sort = Ordenar
command-select-person = Ver a esta persona
command-close-person = Cerrar
window-rolling-tooltip = Los doce meses que terminan ese día
window-full-months-tooltip = Los doce meses completos anteriores al mes de ese día
theme-light = Claro
theme-dark = Oscuro
theme-system = Como el sistema
theme = Tema
language = Idioma

# Barra superior
edition = edición { $edition }
edition-from = edición { $edition }, desde el { $day }
edition-in-force = La edición vigente ese día
edition-chosen = Has elegido esta edición
market = Mercado
as-of = A fecha de
as-of-date = Fecha de evaluación
date-hint = 2017-06-27 o 27/06/2017
today = Hoy, { $day }
window-kind = Cuentan las ventas de
year-before = Un año antes
month-before = Un mes antes
month-after = Un mes después
year-after = Un año después
weekday-1 = lu
weekday-2 = ma
weekday-3 = mi
weekday-4 = ju
weekday-5 = vi
weekday-6 = sá
weekday-7 = do

# Diálogos de archivos
dialog-import = Importar exportaciones
dialog-exports = Excel, OpenDocument y CSV
dialog-print = Guardar el resumen de preparación
dialog-print-name = preparacion.pdf

# Primera pantalla y avisos
start-title = Suelta aquí tus exportaciones
start-what = Certificaciones e ingresos, en Excel o CSV, en cualquier orden.
start-private = Nada sale de este ordenador.
sample-shown = Estás viendo una empresa inventada.
drop-hint = Suelta para importar
import-starting = Leyendo…
import-progress = Leyendo { $file }, { $rows } filas hasta ahora
notice-imported = { $files ->
    [one] 1 archivo leído
   *[other] { $files } archivos leídos
}: { $rows } filas, { $left_out } sin tener en cuenta
notice-no-import-dialog = El sistema no ha podido mostrar el diálogo de archivos. Suelta los archivos en esta ventana.
notice-no-print-dialog = El sistema no ha podido mostrar el diálogo de archivos. En un terminal, touchstone evaluate con --pdf escribe el resumen.
notice-printed = Resumen guardado en { $file }
notice-no-pdf = No se ha podido crear el resumen ({ $why }). Avísanos, por favor.
notice-broke = Algo ha fallado dentro del programa y ese paso no se ha terminado. Tus archivos siguen como estaban. Inténtalo de nuevo.

# Resumen
revenue = Ingresos
seats = Plazas
met = Conseguido
any-of = Basta con uno de estos
at-risk = En riesgo
way-to-gold = El camino a Gold
next = Siguiente paso
next-revenue = { $money } más de ingresos
next-any = Cualquiera de estos te acerca un paso
next-more = { $count ->
    [one] y 1 más
   *[other] y { $count } más
}
clause-and = {" "}y además{" "}
chart-title = Últimos { $months } meses
chart-products = { $products }: ingresos que cuentan, día a día; a trazos, sin ventas nuevas
chart-what = ingresos que cuentan, día a día; a trazos, sin ventas nuevas
chart-today = hoy
chart-falls-short = { $day }: bajo { $level }
chart-summary = Gráfico de los últimos { $months } meses: { $money } a { $day }
count-sales = { $count ->
    [one] venta cuenta
   *[other] ventas cuentan
}
count-left-out = { $count ->
    [one] no
   *[other] no
}
count-people = { $count ->
    [one] persona,
   *[other] personas,
}
count-credentials = { $count ->
    [one] credencial
   *[other] credenciales
}
count-findings = { $count ->
    [one] incidencia por revisar
   *[other] incidencias por revisar
}

# Lista de control
from-to = del { $from } al { $to }
reached = alcanzado
money-missing = faltan { $money }
filled = cubierta
held = Aprobado
missing = Pendiente
passed-on = aprobado el { $day }
tried-on = intentado el { $day }
expires-on = válido hasta el { $day }
mcp-id = MCP { $id }
role-asks = { $seats ->
    [one] 1 plaza · { $exams }
   *[other] { $seats } plazas · { $exams } cada una
}

why = Por qué
all-seats-filled = Todas las plazas están cubiertas.
could-be-lost = Qué se podría perder
essential = imprescindible
pinned = asignación fija
stand-ins = También podría ocupar esta plaza sin más exámenes: { $who }.
takes-seat = Ocupa una plaza de { $role }
takes-no-seat = Aquí no ocupa ninguna plaza
is-kept-out = No ocupa ninguna plaza porque lo has pedido
choose-a-person = Haz clic en un nombre para ver quién más podría ocupar la plaza, fijarlo o apartarlo.
kept-out = Sin plaza
assume-who-passed = Suponer que { $who } ha aprobado
count-assumed = { $count ->
    [one] 1 supuesto
   *[other] { $count } supuestos
}

# Personas
search-people = Buscar entre { $count } personas…
no-people = Aún no hay personas. Importa una exportación de certificaciones para ver quién tiene qué.
nobody-found = No se ha encontrado a nadie. Prueba con otro nombre, correo o MCP ID.
column-name = Nombre
column-takes = Ocupa
column-to-go = Faltan como
exams-to-go = Exámenes que faltan como { $role }
holds-exam = Tiene { $exam }
mark-future = posterior
mark-failed = suspenso
mark-expired = caducado
mark-no-longer-accepted = retirado
credentials = Credenciales
counts = Cuenta
does-not-count = No cuenta

# Ingresos
search-sales = Buscar entre { $count } ventas…
no-sales = Aún no hay ventas. Importa una exportación de ingresos para ver qué cuenta.
no-sales-found = No se han encontrado ventas. Prueba con otra palabra o muestra todas las ventas.
filter-show = Ver
filter-all = Todas las ventas
filter-counting = Las que cuentan
filter-left-out = Las que no cuentan
column-date = Fecha
column-customer = Cliente
column-product = Producto
column-amount = Importe
column-counts = Cuenta
column-from = Origen
refund = devolución
total-count = { $count ->
    [one] cuenta
   *[other] cuentan
}
total-left-out = { $count ->
    [one] no
   *[other] no
}
association-unknown = { $count ->
    [one] Falta acreditar la asociación de 1 venta.
   *[other] Falta acreditar la asociación de { $count } ventas.
}
associated-assumed = Las ventas que no dicen nada de la asociación cuentan como asociadas.

# Archivos
remove-file = Quitar { $file }
sheet-credentials = certificaciones
sheet-sales = ingresos
sheet-unrecognised = no reconocida
sheet-tally = { $rows } filas, { $taken } leídas, { $left_out } sin tener en cuenta
findings = Incidencias
no-findings = No hay nada que revisar: se han leído todas las filas.
severity-error = sin tener en cuenta
severity-warning = por revisar
severity-note = para tu información
finding-places = { $count ->
    [one] 1 lugar
   *[other] { $count } lugares
}
findings-more = y { $count } más
row-number = fila { $row }
same-as-row = igual que la fila { $row }

# Reglas
in-force-from = en vigor desde el { $day }
exams = Exámenes
accepted-until = se acepta hasta el { $day }
rule-net-new = Al menos { $money } de ingresos nuevos netos en { $months } meses
rule-revenue = Al menos { $money } de ingresos en { $months } meses
rule-developed = en mercados desarrollados
rule-developing = en mercados en desarrollo
rule-no-threshold = Sin umbral de ingresos
rule-products = Productos: { $products }
rule-associations = Asociación con el cliente como { $associations }
rule-role = { $seats ->
    [one] 1 persona como { $role }: { $exams }
   *[other] { $seats } personas como { $role }: { $exams } cada una
}
rule-different-people = Cada plaza necesita una persona distinta.
