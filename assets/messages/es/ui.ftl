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
    [one] { $file }, leído
   *[other] { $files } archivos leídos
}: { $counts }.
notice-no-import-dialog = El sistema no ha podido mostrar el diálogo de archivos. Suelta los archivos en esta ventana.
notice-no-print-dialog = El sistema no ha podido mostrar el diálogo de archivos. En un terminal, touchstone evaluate con --pdf escribe el resumen.
notice-printed = Resumen guardado en { $file }
notice-nothing-to-save = No queda ninguna fila descartada que se pueda corregir
notice-not-made = No se ha podido crear el archivo ({ $why }). Avísanos, por favor.
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
passed-undated = aprobado, día desconocido
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

# La página de importación
page-import = Por revisar
badge-import = { $count ->
    [one] archivo por revisar
   *[other] archivos por revisar
}
command-look-at = Columnas…
    .tooltip = Mira y cambia cómo se lee este archivo
command-read-again = Leer de nuevo
    .tooltip = Lee otra vez el archivo tal como está ahora
command-use-instead = Usar en lugar de { $file }
    .tooltip = Se olvida lo que solo tiene el otro archivo; el archivo se queda donde está
command-save-left-out = Guardar filas descartadas…
    .tooltip = Guárdalas como estaban, cada una con su motivo, para corregirlas e importarlas
command-choose = Elegir
command-type-password = Escribir la contraseña
command-type-person = Escribir un nombre
command-show-table = Ver esta tabla
command-take-in = Incorporar
command-skip-file = Omitir este archivo
command-leave-file = Dejarlo como estaba
command-undo = Deshacer
field-none = No se usa
import-title = Cómo se lee { $file }
import-place = { $place } de { $of }
count-rows = { $count ->
    [one] 1 fila
   *[other] { $number } filas
}
count-records = { $count ->
    [one] 1 registro
   *[other] { $number } registros
}
count-rows-left-out = { $count ->
   *[other] { $number } sin tener en cuenta
}
import-nothing = Aún no se puede incorporar nada
as-it-stands = Tal como está
as-it-is-read = Tal como se leerá
password = Contraseña
password-needed = Este libro está protegido con contraseña.
password-wrong = Esa no es su contraseña.
password-stays-here = Se usa para leer el archivo y no se guarda en ningún sitio.
password-open = Abrir
ask-date-order = ¿Qué día es “{ $value }” en la columna { $column }?
ask-decimal-sign = ¿Cuánto es “{ $value }” en la columna { $column }?
ask-running-total = ¿Incluye cada importe de la columna { $column } también los anteriores?
ask-running-total-months = ¿Incluye el importe de cada mes también los de los meses anteriores?
ask-person = ¿De quién son estas credenciales? Las filas no nombran a nadie.
ask-needed = ¿Qué columna de { $place } contiene este dato: { $field }?
ask-year = ¿De qué año es el mes “{ $value }”?
ask-kind = Parece que contiene { $kind }, pero podría ser otra cosa. ¿Qué contiene?
kind-neither = Otra cosa: omitir el archivo
no-headings = ninguna fila
order-dmy = Primero el día
order-mdy = Primero el mes
order-ymd = Primero el año
sign-point = Punto
sign-comma = Coma
sign-decimal = { $number }, con decimales
sign-thousands = { $number }, en miles
amounts-own = Cada uno, el suyo
amounts-running-total = Total acumulado
person-name = Nombre
person-is-this = Son suyas
choose-column = Elegir una columna
or-skip-file = u omite el archivo si contiene otra cosa
choose-sheet = Hoja
choose-table = Tabla
choose-heading-row = Encabezados en
choose-kind = Contiene
choose-date-order = Fechas
choose-decimal-sign = Signo decimal
choose-amounts = Importes
choose-encoding = Codificación
choose-unsure-encoding = Codificación (sin certeza)
choose-delimiter = Celdas separadas por
delimiter-tab = tabulador
every-sheet = Todas las hojas
sheet-hidden = { $sheet } (oculta)
table-at = { $sheet }, desde la fila { $row }: { $kind }
heading-row-words = Fila { $row }: { $words }
headings-in-row = Fila { $row }
as-recognised = La reconocida
as-the-file-tells = Según el archivo
column-is = Columna { $column }:
no-table = Aquí no se ha reconocido ninguna tabla.
no-table-what-to-do = Haz clic en la fila de los encabezados.
read-row = Fila
read-person = Persona
read-exam = Examen
read-passed = Aprobado el
read-result = Resultado
read-expires = Válido hasta
read-association = Asociación
read-renewal = Tipo
read-is-passed = aprobado
read-undated = no consta
read-is-new = nueva
read-is-renewal = renovación
left-out = Sin tener en cuenta: { $why }
left-out-value = Sin tener en cuenta: { $why } “{ $value }”
left-out-unsaid = Sin tener en cuenta
mend-here = Lo puedes resolver aquí
mend-in-the-file = Para corregir en el archivo
mend-look = Conviene mirarlo
mend-nothing = Para tu información
changes-replaced = Frente a lo anterior, nuevos: { $new }; cambiados: { $changed }; iguales: { $known }; desaparecidos: { $gone }.
changes-beside = Frente a los demás archivos, nuevos: { $new }; distintos: { $changed }; iguales: { $known }.
notice-skipped = { $file } no se ha incorporado
notice-left-out-saved = Filas descartadas guardadas en { $file }
undo-import = Deshacer la importación
undo-remove = Recuperar el archivo
undo-people = Deshacer
undo-exam = Deshacer
undone-import = Se ha deshecho la importación
undone-remove = El archivo vuelve a estar
undone-people = Las personas están como antes
undone-exam = El examen está como antes
read-file-again = Leer de nuevo { $file }
dialog-left-out = Guardar las filas descartadas
dialog-left-out-name = { $file }-descartadas.xlsx

# Personas y exámenes que los archivos dejan en duda
command-join = Son la misma
    .tooltip = Cuenta lo que han aprobado ambas como de una sola persona
command-part = Son dos
    .tooltip = No preguntar más por estas dos
command-take-back = Retirar
command-read-exam = Leer como { $exam }
likely-one = { $count ->
    [one] Quizá sean la misma persona
   *[other] Quizá sean la misma persona, { $count } parejas
}
likeness-contradicted = pero cada una tiene su MCP ID o su correo de la empresa
joined = Unidas por ti
joined-pair = { $a } y { $b } son la misma persona
parted-pair = { $a } y { $b } son dos personas
exam-read-as = “{ $written }” se lee como { $exam }
join-with = Es la misma persona que…
join-can-be-undone = Se puede retirar aquí en cualquier momento
search-other = Buscar por nombre, correo o MCP ID
corrections = Lo que has dicho
to-the-people = Ver quién
did-import = Importado: { $about }
did-remove = Quitado: { $about }
did-people = Ahora una sola persona: { $about }
did-exam = Examen leído como has dicho: { $about }

# Abrir y guardar
file = Archivo
file-untitled = Sin título
file-sample = Ejemplo
file-changed = aún sin guardar
file-opening = Abriendo…
recent = Recientes
command-new = Nuevo
command-open = Abrir…
command-save = Guardar
command-save-as = Guardar como…
command-redo = Rehacer
command-close = Cerrar la ventana
command-restore = Recuperar
command-discard = Descartar
answer-save = Guardar
answer-dont-save = No guardar
answer-overwrite = Sobrescribir
answer-reload = Volver a cargar
answer-cancel = Cancelar
ask-unsaved = ¿Guardar { $file }?
ask-unsaved-close = Tiene cambios sin guardar. Si no los guardas, se pierden al cerrar la ventana.
ask-unsaved-other = Tiene cambios sin guardar. Si no los guardas, se pierden.
ask-changed = { $file } ha cambiado en el disco
ask-changed-what = Alguien lo ha guardado desde que lo abriste. Guárdalo como otro archivo para conservar los dos; o sobrescríbelo, y su versión queda al lado como copia de seguridad; o vuelve a cargarlo, y pierdes tus cambios.
read-only = { $file } está abierto en otra ventana. Aquí puedes mirarlo y guardarlo como otro archivo.
read-only-by = { $file } está abierto en otra ventana ({ $who }). Aquí puedes mirarlo y guardarlo como otro archivo.
offer-file = Touchstone se cerró de forma inesperada. { $file } cambió el { $when } y no se guardó.
offer-untitled = Touchstone se cerró de forma inesperada. El { $when } quedó trabajo que aún no tenía archivo.
notice-not-autosaved = Tus cambios no están a salvo de un cierre inesperado: no se puede escribir en la carpeta del programa. Guarda de vez en cuando.
notice-no-open-dialog = El sistema no ha podido mostrar el diálogo de archivos. Suelta el área de trabajo en esta ventana.
notice-no-save-dialog = El sistema no ha podido mostrar el diálogo de archivos, así que no se ha guardado nada. Tu trabajo sigue aquí.
dialog-open = Abrir un área de trabajo
dialog-save-as = Guardar el área de trabajo
dialog-workspace-name = Empresa.touchstone
moment = { $day } a las { $time }
undo-assumption = Deshacer la suposición
undo-seat = Deshacer lo de la plaza
undo-rules = Deshacer el cambio de reglamento
undo-setting = Deshacer el ajuste
