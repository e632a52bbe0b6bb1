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
command-save-left-out = Guardar filas excluidas…
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
    [one] 1 excluida
   *[other] { $number } excluidas
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
left-out = Se excluye: { $why }
left-out-value = Se excluye: { $why } “{ $value }”
left-out-unsaid = Se excluye
mend-here = Lo puedes resolver aquí
mend-in-the-file = Para corregir en el archivo
mend-look = Conviene mirarlo
mend-nothing = Para tu información
changes-replaced = Frente a lo anterior, nuevos: { $new }; cambiados: { $changed }; iguales: { $known }; desaparecidos: { $gone }.
changes-beside = Frente a los demás archivos, nuevos: { $new }; distintos: { $changed }; iguales: { $known }.
changes-changed = Antes: { $records }.
changes-gone = Ya no están: { $records }.
notice-skipped = { $file } no se ha incorporado
notice-left-out-saved = Filas excluidas guardadas en { $file }
undo-import = Deshacer la importación
undo-remove = Recuperar el archivo
undo-people = Deshacer
undo-exam = Deshacer
undone-import = Se ha deshecho la importación
undone-remove = El archivo vuelve a estar
undone-people = Las personas están como antes
undone-exam = El examen está como antes
read-file-again = Leer de nuevo { $file }
dialog-left-out = Guardar las filas excluidas
dialog-left-out-name = { $file }-excluidas.xlsx
