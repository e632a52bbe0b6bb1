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
    .tooltip = Muestra el resumen de preparación tal como saldrá, para imprimirlo o guardarlo en PDF
command-search = Buscar
command-show-option = Ver esta opción
command-use-rulebook = Usar estas reglas
command-assume = Suponer aprobado
command-not-assume = Deshacer la suposición
command-clear-assumptions = Quitar los supuestos
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
notice-nothing-to-save = No queda ninguna fila excluida que se pueda corregir
notice-not-made = No se ha podido crear el archivo ({ $why }). Avísanos, por favor.
notice-broke = Algo ha fallado dentro del programa y ese paso no se ha terminado. Tus archivos siguen como estaban. Inténtalo de nuevo.

# Abrir y guardar
file = Archivo
file-untitled = Sin título
file-sample = Ejemplo
file-changed = aún sin guardar
file-opening = Abriendo…
file-saving = Guardando…
file-closing = Terminando de guardar…
file-closing-hint = Cierra la ventana otra vez para salir ya
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
answer-back-to-files = Volver
answer-without-files = Seguir de todos modos
answer-cancel = Cancelar
ask-files = { $count ->
    [one] Hay un archivo sin incorporar
   *[other] Hay { $count } archivos sin incorporar
}
ask-files-what = { $count ->
    [one] Si sigues, { $files } queda fuera del área de trabajo. El archivo en sí no cambia.
   *[other] Si sigues, estos quedan fuera del área de trabajo: { $files }. Los archivos en sí no cambian.
}
notice-of-earlier-day = Este es el resultado a fecha de { $day }, la que guarda el área de trabajo
use-today = Usar hoy, { $day }
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
undo-history = Deshacer el cambio en el historial
undo-last = Deshacer el último paso
redo-last = Rehacer lo deshecho
redo-import = Rehacer la importación
redo-remove = Volver a quitar el archivo
redo-people = Rehacer lo dicho sobre las personas
redo-exam = Rehacer lo dicho sobre el examen
redo-assumption = Rehacer la suposición
redo-seat = Rehacer lo de la plaza
redo-rules = Rehacer el cambio de reglamento
redo-setting = Rehacer el ajuste
redo-history = Rehacer el cambio en el historial

# El pie de la barra lateral
foot-sample = Ejemplo
foot-changed = Sin guardar
foot-nothing = Nada que guardar
foot-saved = Guardado
foot-saved-at = Guardado { $time }

# La lista de todas las órdenes
command-palette = Todas las órdenes
    .tooltip = Escribe para encontrar una página, una orden o una persona
command-mark-palette = Ir a esta orden
command-zoom-in = Más grande
command-zoom-out = Más pequeño
palette-search = Escribe una orden, una página o un nombre
palette-nothing = Ahora no se puede hacer nada parecido.
palette-page = Página
palette-what-if = Supuestos
palette-window = Ventana
zoom = Tamaño
zoom-percent = { $percent } %
