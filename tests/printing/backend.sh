#!/bin/sh
# A printer made of a folder, for CUPS: what the filters give is kept there as a PDF, one a job.
# The folder is the path of the device, and its file "state" says how the printer is:
#   ready    prints           empty    says it has no paper, waits, prints once it is ready
#   broken   gives up         slow     takes each job and stays at work until it is ready
[ $# -ge 5 ] || { echo 'direct papier-essai "Unknown" "Folder printer"'; exit 0; }
job=$1 copies=$4 options=$5
folder=${DEVICE_URI#*:}
state() { cat "$folder/state" 2> /dev/null || echo ready; }

cat > "$folder/.part"
case $(state) in
    broken) echo "ERROR: the printer does not answer" >&2; exit 1 ;;
    empty)
        echo "STATE: +media-empty-error" >&2
        while [ "$(state)" = empty ]; do sleep 0.1; done
        echo "STATE: -media-empty-error" >&2 ;;
    slow) while [ "$(state)" = slow ]; do sleep 0.1; done ;;
esac
printf '%s %s\n' "$copies" "$options" > "$folder/$job.options"
mv "$folder/.part" "$folder/$job.pdf"
